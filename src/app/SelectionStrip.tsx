import { useTexts } from '../i18n';
import { type EntryId, type Selection, useAppStore, useStore } from '../store';
import { Button, Icon, type IconName } from '../ui';
import { useEntry } from './context';
import { serverButtons } from './inspector/server-buttons';

/** On phones: what can be done with what is selected, above the footer. */
export function SelectionStrip() {
  const selection = useStore((state) => state.view.selection);
  if (selection === null) return null;
  return selection.type === 'server' ? <ServerStrip target={selection} /> : <MessageStrip target={selection} />;
}

function ServerStrip({ target }: { readonly target: Extract<Selection, { type: 'server' }> }) {
  const store = useAppStore();
  const texts = useTexts();
  return (
    <div className="strip" role="group" aria-label={texts.common.server(target.id)}>
      <strong>{texts.common.server(target.id)}</strong>
      {serverButtons.map(({ id, icon }) => (
        <StripButton key={id} id={id} icon={icon} target={target} />
      ))}
      <Button onClick={() => store.showPanel('inspector')}>{texts.app.server.buttons.details}</Button>
    </div>
  );
}

function MessageStrip({ target }: { readonly target: Extract<Selection, { type: 'message' }> }) {
  const store = useAppStore();
  const texts = useTexts();
  return (
    <div className="strip" role="group" aria-label={texts.groups.message}>
      <StripButton id="drop" icon="drop" target={target} />
      <StripButton id="duplicate" icon="copy" target={target} />
      <StripButton id="deliver" icon="deliver" target={target} />
      <Button onClick={() => store.showPanel('inspector')}>{texts.app.server.buttons.details}</Button>
    </div>
  );
}

function StripButton({ id, icon, target }: { readonly id: EntryId; readonly icon: IconName; readonly target: Selection }) {
  const entry = useEntry(id, target);
  return (
    <button type="button" className="strip__button" disabled={!entry.enabled} onClick={entry.run}>
      <Icon name={icon} />
      <span>{entry.label}</span>
    </button>
  );
}
