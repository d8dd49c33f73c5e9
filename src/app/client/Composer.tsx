import { type FormEvent, useCallback, useId, useState } from 'react';
import { useClient } from '../../i18n';
import { useAppStore, useFrame, useStore } from '../../store';
import type { Frame } from '../../trace';
import { Button, SelectField } from '../../ui';
import { parseOperation } from './operation-text';

const LEADER = '0';

/** One operation, written by hand, to a server of choice or to whoever leads. */
export function Composer() {
  const store = useAppStore();
  const texts = useClient();
  const id = useId();
  const count = useFrame(useCallback((frame: Frame) => frame.servers.length, []));
  const client = useStore(({ view }) => view.client);
  const [target, setTarget] = useState(LEADER);
  const [text, setText] = useState('');
  const [faulty, setFaulty] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const operation = parseOperation(text.trim() === '' ? texts.placeholder : text);
    setFaulty(operation === null);
    const to = target === LEADER || Number(target) > count ? null : Number(target);
    if (operation !== null && store.act({ type: 'clientRequest', client, operation, to }).ok) setText('');
  };
  const targets = [
    { value: LEADER, label: texts.toLeader },
    ...Array.from({ length: count }, (_, i) => ({ value: String(i + 1), label: texts.toServer(i + 1) })),
  ];
  return (
    <form className="composer" onSubmit={send} autoComplete="off">
      <SelectField quiet label={texts.target} value={target} choices={targets} onChange={setTarget} />
      <input
        className="input"
        aria-label={texts.operation}
        aria-invalid={faulty}
        aria-describedby={`${id}-fault`}
        placeholder={texts.placeholder}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setFaulty(false);
        }}
      />
      <Button type="submit" variant="primary">
        {texts.send}
      </Button>
      <p id={`${id}-fault`} className="field__fault composer__fault" aria-live="polite">
        {faulty ? texts.badOperation : ''}
      </p>
    </form>
  );
}
