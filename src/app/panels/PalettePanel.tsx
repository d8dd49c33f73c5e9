import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { usePanelTexts } from '../../i18n';
import { type EntryId, labelOf, REGISTRY, useAppStore } from '../../store';
import { contextOf } from '../context';

/** Entries that say nothing without a key of their own, or that opened this very list. */
const HIDDEN: readonly EntryId[] = ['palette', 'close'];

/** Everything that can be done, found by typing. */
export function PalettePanel({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore();
  const texts = usePanelTexts();
  const words = texts.app.palette;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const context = contextOf(store);
  const found = REGISTRY.filter((entry) => !HIDDEN.includes(entry.id))
    .map((entry) => ({ entry, label: labelOf(entry, texts.actions, context), group: texts.groups[entry.group] }))
    .filter(({ entry, label, group }) => matches(`${label} ${texts.hints[entry.id]} ${group}`, query))
    // What is called like that comes before what only speaks of it.
    .sort((a, b) => Number(matches(b.label, query)) - Number(matches(a.label, query)));
  const choose = (index: number) => {
    const chosen = found[index]?.entry;
    if (chosen === undefined || !chosen.enabled(context)) return;
    onClose();
    chosen.run(context);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter') choose(at);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div className="palette">
      <input
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${at}`}
        aria-label={words.search}
        placeholder={words.search}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} className="palette__list" role="listbox" aria-label={texts.app.panels.palette}>
        {found.map(({ entry, label, group }, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field above, as in every combobox.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys.
          <div
            key={entry.id}
            id={`${id}-${i}`}
            className="palette__item"
            role="option"
            aria-selected={i === at}
            aria-disabled={!entry.enabled(context)}
            onPointerMove={() => setAt(i)}
            onClick={() => choose(i)}
          >
            <span>{label}</span>
            <span className="palette__group">{group}</span>
            {entry.keys[0] === undefined ? null : <kbd className="key">{texts.keyName(entry.keys[0])}</kbd>}
          </div>
        ))}
      </div>
      <p className="palette__count" role="status">
        {found.length === 0 ? words.empty : words.results(found.length)}
      </p>
    </div>
  );
}

/** Every word of the query is somewhere in the text. */
function matches(text: string, query: string): boolean {
  const lower = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
