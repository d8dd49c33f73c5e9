import { memo } from 'react';
import { groupsOf, type Layout, sidePlaces, textWidth, type Walls } from '../scene';
import type { NetworkModel } from './structure';
import type { StageTexts } from './types';

interface SidesProps {
  walls: Walls;
  layout: Layout;
  network: NetworkModel;
  texts: StageTexts;
}

/** Says beside a straight wall which side has the majority, and what follows from that. */
export const Sides = memo(function Sides({ walls, layout, network, texts }: SidesProps) {
  if (walls.form !== 'line') return null;
  const all = layout.places.length;
  const groups = groupsOf(network);
  const words = groups.map((group) => wordsFor(group.length, all, groups, texts));
  const width = Math.max(...words.flat().map((text) => textWidth(text, 14))) + 4;
  return sidePlaces(groups, walls, layout, width, 40).map(({ group, box, anchor }, i) => {
    const x = anchor === 'start' ? box.x : box.x + box.width;
    return (
      <g key={group[0]} textAnchor={anchor}>
        <text className="side-name" x={x} y={box.y + 14}>
          {words[i][0]}
        </text>
        <text className="side-note" x={x} y={box.y + 33}>
          {words[i][1]}
        </text>
      </g>
    );
  });
});

function wordsFor(count: number, all: number, groups: readonly (readonly unknown[])[], texts: StageTexts): string[] {
  if (count * 2 > all) return [texts.majoritySide(count, all), texts.canCommit];
  const someoneHas = groups.some((group) => group.length * 2 > all);
  const name = someoneHas ? texts.minoritySide(count, all) : texts.noMajority(count, all);
  return [name, texts.cannotCommit];
}
