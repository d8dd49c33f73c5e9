import { useCallback, useState } from 'react';
import { usePanelTexts } from '../../i18n';
import { type Configuration, isQuorum, membersOf } from '../../raft';
import { useAppStore, useFrame } from '../../store';
import { Button, Icon, Segments } from '../../ui';
import { useEntry } from '../context';
import { useLayout } from '../layout';
import { isSame } from '../same';
import { membersState } from './members-state';

const SIDES = ['A', 'B', 'C'] as const;
type Side = (typeof SIDES)[number];

export interface PartitionPanelProps {
  readonly onDrawCut: () => void;
  readonly onClose: () => void;
}

/** Which servers can reach one another, chosen without dragging: a side for each. */
export function PartitionPanel({ onDrawCut, onClose }: PartitionPanelProps) {
  const store = useAppStore();
  const texts = usePanelTexts();
  const words = texts.app.partition;
  const { form } = useLayout();
  const heal = useEntry('heal');
  const state = useFrame(useCallback(membersState, []), isSame);
  const [sides, setSides] = useState<readonly Side[]>(() => sidesOf(store.frame().network.groups));
  const groups = SIDES.map((side) => sides.flatMap((other, i) => (other === side ? [i + 1] : [])));
  const used = groups.filter((group) => group.length > 0);
  return (
    <div className="panel-stack">
      <p>{words.intro}</p>
      <ul className="sides">
        {sides.map((side, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the ring is the server.
          <li key={i}>
            <strong>{texts.common.server(i + 1)}</strong>
            <Segments
              label={words.side(i + 1)}
              value={side}
              choices={SIDES.map((value) => ({ value, label: words.sides[value] }))}
              onChange={(value) => setSides(sides.map((other, at) => (at === i ? value : other)))}
            />
          </li>
        ))}
      </ul>
      <p aria-live="polite">{verdict(groups, { voters: state.voters, next: state.next }, words)}</p>
      <div className="button-row">
        <Button
          variant="primary"
          disabled={used.length < 2}
          onClick={() => store.act({ type: 'partition', groups: used })}
        >
          {words.apply}
        </Button>
        <Button
          disabled={!heal.enabled}
          onClick={() => {
            heal.run();
            setSides(sides.map(() => 'A'));
          }}
        >
          {words.heal}
        </Button>
        {form === 'wide' ? (
          <Button
            variant="plain"
            icon={<Icon name="cut" />}
            onClick={() => {
              onClose();
              onDrawCut();
            }}
          >
            {words.draw}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** The sides as they are; a network that is whole begins in two halves, so that one press cuts it. */
function sidesOf(groups: readonly number[]): Side[] {
  const distinct = [...new Set(groups)];
  if (distinct.length < 2) return groups.map((_, i) => (i < Math.floor(groups.length / 2) ? 'A' : 'B'));
  return groups.map((group) => SIDES[Math.min(2, distinct.indexOf(group))]);
}

interface VerdictWords {
  readonly whole: string;
  readonly noMajority: string;
  readonly majority: (side: string, count: number, all: number) => string;
}

function verdict(groups: readonly (readonly number[])[], members: Configuration, words: VerdictWords): string {
  if (groups.filter((group) => group.length > 0).length < 2) return words.whole;
  const at = groups.findIndex((group) => isQuorum(members, group));
  if (at < 0) return words.noMajority;
  const all = membersOf(members);
  return words.majority(SIDES[at], all.filter((id) => groups[at].includes(id)).length, all.length);
}
