import { useNotes } from '../i18n';
import { useAppStore, useStore } from '../store';
import { Button } from '../ui';

/** How far a file has come that takes long, and the way to do without it. */
export function SavingCard() {
  const store = useAppStore();
  const texts = useNotes().saving;
  const saving = useStore((state) => state.view.saving);
  if (saving === null) return null;
  return (
    <div className="notice">
      <p>{texts.trace}</p>
      <progress className="saving__bar" aria-label={texts.trace} value={saving} />
      <span className="saving__share">{texts.share(saving)}</span>
      <Button onClick={() => store.setSaving(null)}>{texts.cancel}</Button>
    </div>
  );
}
