import { useInspectorTexts } from '../i18n';
import { type EntryId, type Selection, useAppStore, useStore } from '../store';
import { Button, Icon, type IconName } from '../ui';
import { useEntry } from './context';
import { serverButtons } from './inspector/server-buttons';
import './strip.css';

/** On phones: what can be done with what is selected, above the footer. */
export function SelectionStrip() {
  const selection = useStore((state) => state.view.selection);
  if (selection === null) return null;
  return selection.type === 'server' ? <ServerStrip target={selection} /> : <MessageStrip target={selection} />;
}

function ServerStrip({ target }: { readonly target: Extract<Selection, { type: 'server' }> }) {
  const store = useAppStore();
  const texts = useInspectorTexts();
  const { buttons } = texts.app.server;
  return (
    <fieldset className="strip" aria-label={texts.common.server(target.id)}>
      <strong>{texts.common.server(target.id)}</strong>
      {serverButtons.map(({ id, icon, word }) => (
        <StripButton key={id} id={id} icon={icon} target={target} words={word.map((name) => buttons[name])} />
      ))}
      <Button onClick={() => store.showPanel('inspector')}>{buttons.details}</Button>
    </fieldset>
  );
}

function MessageStrip({ target }: { readonly target: Extract<Selection, { type: 'message' }> }) {
  const store = useAppStore();
  const texts = useInspectorTexts();
  const { drop, duplicate, deliver } = texts.app.message.buttons;
  return (
    <fieldset className="strip" aria-label={texts.groups.message}>
      <StripButton id="drop" icon="drop" target={target} words={[drop]} />
      <StripButton id="duplicate" icon="copy" target={target} words={[duplicate]} />
      <StripButton id="deliver" icon="deliver" target={target} words={[deliver]} />
      <Button onClick={() => store.showPanel('inspector')}>{texts.app.server.buttons.details}</Button>
    </fieldset>
  );
}

interface StripButtonProps {
  readonly id: EntryId;
  readonly icon: IconName;
  readonly target: Selection;
  /** One for each of its states. */
  readonly words: readonly string[];
}

function StripButton({ id, icon, target, words }: StripButtonProps) {
  const { enabled, state, run } = useEntry(id, target);
  return (
    <button type="button" className="strip__button" disabled={!enabled} onClick={run}>
      <Icon name={icon} />
      <span>{words[state]}</span>
    </button>
  );
}
