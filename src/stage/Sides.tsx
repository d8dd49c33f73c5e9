import { memo } from 'react';
import { groupsOf, holdsMajority, type Layout, sidePlaces, textWidth, type Walls } from '../scene';
import type { Configuration } from './standing';
import type { NetworkModel, ServerModel } from './structure';
import type { StageTexts } from './types';

interface SidesProps {
  walls: Walls;
  layout: Layout;
  network: NetworkModel;
  servers: readonly ServerModel[];
  /** Whose majority decides on each side, by the configuration that it knows. */
  electorates: readonly Configuration[];
  texts: StageTexts;
}

/** Says beside a straight wall which side has the majority, and what follows from that. */
export const Sides = memo(function Sides({ walls, layout, network, servers, electorates, texts }: SidesProps) {
  if (walls.form !== 'line') return null;
  const groups = groupsOf(network);
  const words = wordsOf(groups, servers, electorates, texts);
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

function wordsOf(
  groups: readonly (readonly number[])[],
  servers: readonly ServerModel[],
  electorates: readonly Configuration[],
  texts: StageTexts,
): string[][] {
  const decides = groups.map((group, i) => holdsMajority(electorates[i], group));
  return groups.map((group, i) => {
    const voters = new Set([...electorates[i].voters, ...(electorates[i].next ?? [])]);
    const count = group.filter((id) => voters.has(id)).length;
    const all = voters.size;
    if (decides[i]) {
      const running = group.filter((id) => servers[id - 1].status !== 'crashed');
      const able = holdsMajority(electorates[i], running);
      return [texts.majoritySide(count, all), able ? texts.canCommit : texts.tooManyCrashed];
    }
    const name = decides.includes(true) ? texts.minoritySide(count, all) : texts.noMajority(count, all);
    return [name, texts.cannotCommit];
  });
}
