import { memo } from 'react';
import { groupsOf, holdsMajority, type Layout, sidePlaces, textWidth, type Walls } from '../scene';
import type { Configuration } from './standing';
import type { NetworkModel } from './structure';
import type { StageTexts } from './types';

interface SidesProps {
  walls: Walls;
  layout: Layout;
  network: NetworkModel;
  /** Whose majority decides. */
  electorate: Configuration;
  texts: StageTexts;
}

/** Says beside a straight wall which side has the majority, and what follows from that. */
export const Sides = memo(function Sides({ walls, layout, network, electorate, texts }: SidesProps) {
  if (walls.form !== 'line') return null;
  const groups = groupsOf(network);
  const words = groups.map((group) => wordsFor(group, groups, electorate, texts));
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

function wordsFor(
  group: readonly number[],
  groups: readonly (readonly number[])[],
  electorate: Configuration,
  texts: StageTexts,
): string[] {
  const voters = new Set([...electorate.voters, ...(electorate.next ?? [])]);
  const count = group.filter((id) => voters.has(id)).length;
  const all = voters.size;
  if (holdsMajority(electorate, group)) return [texts.majoritySide(count, all), texts.canCommit];
  const someoneHas = groups.some((other) => holdsMajority(electorate, other));
  const name = someoneHas ? texts.minoritySide(count, all) : texts.noMajority(count, all);
  return [name, texts.cannotCommit];
}
