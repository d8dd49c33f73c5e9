import { useRef, useState } from 'react';
import { usePanelTexts } from '../../i18n';
import { useAppStore } from '../../store';
import { Button, Icon } from '../../ui';
import { openFile, openText } from '../open-file';

/** Opens a saved run, from a file or from what is pasted. What cannot be opened stays to be mended. */
export function OpenPanel({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore();
  const {
    app: { open: texts },
    actions,
  } = usePanelTexts();
  const chooser = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const closeIf = (opened: boolean) => {
    if (opened) onClose();
  };
  const onChosen = ({ files }: HTMLInputElement) => {
    const file = files?.[0];
    if (file !== undefined) openFile(store, file).then(closeIf);
  };
  return (
    <form
      className="panel-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void openText(store, text).then(closeIf);
      }}
    >
      <p>{texts.intro}</p>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json,.jsonl,.ndjson,.log,.txt,application/json,text/plain"
        onChange={(event) => {
          onChosen(event.currentTarget);
          // So that the same file can be chosen again once it is mended.
          event.currentTarget.value = '';
        }}
      />
      <Button variant="primary" icon={<Icon name="open" />} onClick={() => chooser.current?.click()}>
        {texts.choose}
      </Button>
      <Button onClick={() => store.showPanel('traceFormat')}>{actions.traceFormat.label}</Button>
      <label className="field">
        <span className="field__label">{texts.text}</span>
        <textarea
          className="input address"
          rows={5}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Button type="submit" disabled={text.trim() === ''}>
        {texts.go}
      </Button>
    </form>
  );
}
