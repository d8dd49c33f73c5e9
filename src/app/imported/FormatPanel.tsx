import { useState } from 'react';
import { useTraceFormat } from '../../i18n';
import { useAppStore } from '../../store';
import { Button, Icon, Segments } from '../../ui';
import { openText } from '../open-file';
import { EXAMPLE, KINDS, RECIPES } from './recipes';
import './format.css';

type Recipe = keyof typeof RECIPES;

export interface FormatPanelProps {
  readonly onClose: () => void;
}

/** What each line of a recording is, and how to write them. */
export function FormatPanel({ onClose }: FormatPanelProps) {
  const words = useTraceFormat();
  return (
    <div className="format">
      <p>{words.intro}</p>
      <h3>{words.lines}</h3>
      <dl className="format__lines">
        {(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => (
          <div key={kind}>
            <dt>
              <code>{KINDS[kind]}</code>
            </dt>
            <dd>{words.kinds[kind]}</dd>
          </div>
        ))}
      </dl>
      <h3>{words.fields}</h3>
      <p>{words.fieldsText}</p>
      <h3>{words.tips}</h3>
      <ul>
        {words.tipList.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      <Recipes />
      <Example onClose={onClose} />
    </div>
  );
}

function Recipes() {
  const words = useTraceFormat();
  const [recipe, setRecipe] = useState<Recipe>('Python');
  const choices = (Object.keys(RECIPES) as Recipe[]).map((value) => ({ value, label: value }));
  return (
    <>
      <h3>{words.recipes}</h3>
      <Segments label={words.recipe} value={recipe} choices={choices} onChange={setRecipe} />
      <Code text={RECIPES[recipe]} />
    </>
  );
}

function Example({ onClose }: FormatPanelProps) {
  const store = useAppStore();
  const words = useTraceFormat();
  const open = () => {
    onClose();
    void openText(store, EXAMPLE);
  };
  return (
    <>
      <h3>{words.example}</h3>
      <Button icon={<Icon name="open" />} onClick={open}>
        {words.open}
      </Button>
      <Code text={EXAMPLE} />
    </>
  );
}

function Code({ text }: { readonly text: string }) {
  const words = useTraceFormat();
  const [copied, setCopied] = useState('');
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setCopied(text),
      () => undefined,
    );
  const isCopied = copied === text;
  return (
    <div className="format__code">
      <Button icon={<Icon name={isCopied ? 'check' : 'copy'} />} onClick={copy}>
        {isCopied ? words.copied : words.copy}
      </Button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>{text}</pre>
    </div>
  );
}
