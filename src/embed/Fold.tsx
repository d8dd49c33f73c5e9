import { type ReactNode, useRef, useState } from 'react';
import { useEmbed } from '../i18n';
import { Segments, useSize } from '../ui';

export interface Pane {
  readonly id: string;
  readonly label: string;
  /** With less than so many pixels it says too little. */
  readonly height: number;
  readonly node: ReactNode;
}

interface FoldProps {
  readonly className: string;
  readonly panes: readonly Pane[];
}

/** More names than these are a list that opens. */
const SIDE_BY_SIDE = 3;

/** Panes below one another where its box has room for them, and else one of them and a choice of all. */
export function Fold({ className, panes }: FoldProps) {
  const box = useRef<HTMLDivElement>(null);
  const room = useSize(box)?.height ?? 0;
  const [chosen, choose] = useState(panes[0]?.id ?? '');
  const isFolded = panes.length > 1 && panes.reduce((sum, { height }) => sum + height, 0) > room;
  const open = panes.find(({ id }) => id === chosen) ?? panes[0];
  return (
    <div ref={box} className={`${className} fold`}>
      {isFolded ? <Chooser panes={panes} value={open.id} onChange={choose} /> : null}
      {(isFolded ? [open] : panes).map((pane) => (
        <View key={pane.id} {...pane} />
      ))}
    </div>
  );
}

/** What is a region by itself. */
const REGIONS = ['log', 'cluster', 'inspector'];

export function View({ id, label, node }: Pane) {
  const name = REGIONS.includes(id) ? undefined : label;
  return (
    <section className={`embed__view embed__view--${id}`} aria-label={name}>
      {node}
    </section>
  );
}

interface ChooserProps {
  readonly panes: readonly Pane[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function Chooser({ panes, value, onChange }: ChooserProps) {
  const texts = useEmbed();
  const choices = panes.map(({ id, label }) => ({ value: id, label }));
  if (panes.length <= SIDE_BY_SIDE) {
    return <Segments label={texts.view} value={value} choices={choices} onChange={onChange} />;
  }
  return (
    <select
      className="fold__choice input"
      aria-label={texts.view}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
