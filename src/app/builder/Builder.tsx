import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useBuilder } from '../../i18n';
import { type EmbedOptions, embedAddress, SNIPPETS, snippetOf } from '../../share';
import { Button, Check, Segments } from '../../ui';
import { Choices } from './Choices';
import { type Draft, FIRST_DRAFT, optionsOf, SIZE_LIMITS, sizeOf, withLink } from './draft';
import { Preview, type PreviewHandle } from './Preview';

/** Choices on one side, the embed itself and the text to paste on the other. */
export function Builder({ link }: { readonly link: string | null }) {
  const texts = useBuilder();
  const [draft, setDraft] = useState<Draft>(() => (link === null ? FIRST_DRAFT : withLink(FIRST_DRAFT, link)));
  const change = (fields: Partial<Draft>) => setDraft((before) => ({ ...before, ...fields }));
  const { options, faults } = useMemo(() => optionsOf(draft), [draft]);
  const width = sizeOf(draft.width, SIZE_LIMITS.width) ?? 640;
  const height = sizeOf(draft.height, SIZE_LIMITS.height) ?? 302;
  const preview = useRef<PreviewHandle>(null);
  const [shown, setShown] = useState(0);
  const onReady = useCallback(() => setShown((count) => count + 1), []);
  return (
    <main className="builder__main">
      <div className="builder__head">
        <h1>{texts.title}</h1>
        <p>{texts.about}</p>
      </div>
      <Choices
        draft={draft}
        faults={faults}
        onChange={change}
        onTake={async () => {
          const taken = await preview.current?.link();
          if (taken !== undefined) setDraft((before) => withLink(before, taken));
        }}
      />
      <div className="builder__made">
        <Preview
          ref={preview}
          options={options}
          width={width}
          height={height}
          onFit={(fitting) => change({ height: String(fitting) })}
          onReady={onReady}
        />
        <Code
          draft={draft}
          options={options}
          width={width}
          height={height}
          preview={preview}
          shown={shown}
          onChange={change}
        />
      </div>
    </main>
  );
}

interface CodeProps {
  readonly draft: Draft;
  readonly options: Partial<EmbedOptions>;
  readonly width: number;
  readonly height: number;
  readonly preview: RefObject<PreviewHandle | null>;
  /** Grows whenever the preview shows something else. */
  readonly shown: number;
  readonly onChange: (fields: Partial<Draft>) => void;
}

/** The text for each kind of page, with its address and how long it is. */
function Code({ draft, options, width, height, preview, shown, onChange }: CodeProps) {
  const texts = useBuilder();
  const base = window.location.href.replace(/[^/]*([?#].*)?$/, '');
  const address = `${base}${embedAddress(options)}`;
  const caption = draft.caption.trim() || texts.captionDefault;
  const { picture, link } = useStill(preview, shown, draft.kind === 'element' && draft.picture);
  const code = snippetOf(draft.kind, {
    options,
    base,
    width,
    height,
    title: caption,
    caption,
    link: link ?? base,
    picture,
  });
  return (
    <section className="builder__code" aria-label={texts.code}>
      <Segments
        label={texts.code}
        value={draft.kind}
        choices={SNIPPETS.map((value) => ({ value, label: texts.kinds[value] }))}
        onChange={(kind) => onChange({ kind })}
      />
      <p className="builder__hint">{texts.hints[draft.kind]}</p>
      <label className="builder__caption">
        <span>{texts.caption}</span>
        <input
          className="input"
          value={draft.caption}
          maxLength={200}
          placeholder={texts.captionDefault}
          onChange={(event) => onChange({ caption: event.target.value })}
        />
      </label>
      {draft.kind === 'element' ? (
        <Check label={texts.picture} checked={draft.picture} onChange={(on) => onChange({ picture: on })}>
          {picture === null ? undefined : texts.pictureHint(Math.ceil(picture.length / 1000))}
        </Check>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard. */}
      <pre className="builder__text" tabIndex={0}>
        {code}
      </pre>
      <div className="builder__foot">
        <Copy text={code} />
        <span>{texts.length(code.length)}</span>
        <span>
          {texts.addressTitle}: {texts.length(address.length)}
        </span>
      </div>
    </section>
  );
}

/** The preview's picture and link, asked for again whenever it shows something else. */
function useStill(preview: CodeProps['preview'], shown: number, wanted: boolean) {
  const [still, setStill] = useState<{ picture: string | null; link: string | null }>({ picture: null, link: null });
  useEffect(() => {
    const handle = preview.current;
    if (shown === 0 || handle === null) return;
    let current = true;
    Promise.all([handle.link(), wanted ? handle.picture() : null]).then(
      ([link, picture]) => {
        if (current) setStill({ link, picture });
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [preview, shown, wanted]);
  return still;
}

function Copy({ text }: { readonly text: string }) {
  const texts = useBuilder();
  const [copied, setCopied] = useState('');
  const copy = () => {
    navigator.clipboard?.writeText(text).then(
      () => setCopied(text),
      () => undefined,
    );
  };
  return (
    <Button variant="primary" onClick={copy} aria-live="polite">
      {copied === text ? texts.copied : texts.copy}
    </Button>
  );
}
