import { useTexts } from '../../i18n';
import { useAppStore, useStore } from '../../store';

/** Says plainly that this run breaks rules of Raft on purpose, and leads to what they are. */
export function RulesOff() {
  const store = useAppStore();
  const texts = useTexts();
  const off = useStore((state) => state.session.run.config.options.off);
  if (off.length === 0) return null;
  const { rules } = texts.safety;
  const names = off.map((id) => (id in rules ? rules[id as keyof typeof rules].name : id));
  return (
    <button
      type="button"
      className="rules-off"
      title={`${names.join('; ')}. ${texts.safety.off.hint}.`}
      aria-haspopup="dialog"
      onClick={() => store.showPanel('safety')}
    >
      {texts.safety.off.chip(names)}
    </button>
  );
}
