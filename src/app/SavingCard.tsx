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

/** The same of a recording that is being read. */
export function ReadingCard() {
  const store = useAppStore();
  const { imports, saving } = useNotes();
  const reading = useStore((state) => state.view.reading);
  if (reading === null) return null;
  const label = imports.reading(reading.name);
  return (
    <div className="notice">
      <p>{label}</p>
      <progress className="saving__bar" aria-label={label} value={reading.share} />
      <span className="saving__share">{saving.share(reading.share)}</span>
      <Button onClick={() => store.setReading(null)}>{saving.cancel}</Button>
    </div>
  );
}
