import { useCallback, useState } from 'react';
import { useMore, usePanelTexts } from '../../i18n';
import { isMember, membersOf, type ServerId } from '../../raft';
import type { Action } from '../../sim';
import { useAppStore, useFrame } from '../../store';
import { Button, Segments } from '../../ui';
import { isSame } from '../same';
import { leaderState, type MembersState, membersState } from './members-state';

type Method = 'single' | 'joint';

/** Who shall vote: chosen by toggles, one server at a time or by joint consensus, and asked of the leader. */
export function MembersPanel() {
  const store = useAppStore();
  const words = useMore().members;
  const state = useFrame(useCallback(membersState, []), isSame);
  const [wanted, setWanted] = useState<readonly ServerId[]>(() => startOf(state));
  const [method, setMethod] = useState<Method>('single');
  const voters = wanted.filter((id) => id <= state.count).sort((a, b) => a - b);
  const ids = Array.from({ length: state.count }, (_, i) => i + 1);
  const toggle = (id: ServerId) =>
    setWanted(voters.includes(id) ? voters.filter((one) => one !== id) : [...voters, id]);
  const add = () => {
    const id = state.count + 1;
    if (!store.act({ type: 'addServer' }).ok) return;
    setWanted([...voters, id]);
    const now = leaderState(store.frame());
    if (now !== null) {
      store.act({ type: 'changeMembers', server: now.id, voters: [...membersOf(now.configuration), id], joint: false });
    }
  };
  return (
    <div className="panel-stack">
      <p>{words.intro}</p>
      <ul className="members">
        {ids.map((id) => (
          <Member key={id} id={id} state={state} votes={voters.includes(id)} onToggle={toggle} />
        ))}
      </ul>
      <div className="field">
        <span className="field__label">{words.method}</span>
        <Segments
          label={words.method}
          value={method}
          choices={(['single', 'joint'] as const).map((value) => ({ value, label: words[value] }))}
          onChange={setMethod}
        />
      </div>
      <p>{words[`${method}Hint`]}</p>
      <Majorities state={state} voters={voters} />
      <Asking state={state} voters={voters} joint={method === 'joint'} />
      <div className="button-row">
        <Button onClick={add}>{words.addVoter}</Button>
        <Button onClick={() => store.act({ type: 'addServer' })}>{words.addSpare}</Button>
      </div>
      <p>{words.addHint}</p>
    </div>
  );
}

/** The members that the leader knows, else those that most servers know. */
function startOf({ voters, next }: MembersState): readonly ServerId[] {
  return next ?? voters;
}

interface MemberProps {
  readonly id: ServerId;
  readonly state: MembersState;
  readonly votes: boolean;
  readonly onToggle: (id: ServerId) => void;
}

function Member({ id, state, votes, onToggle }: MemberProps) {
  const words = useMore().members;
  const { server } = usePanelTexts().common;
  const isIn = isMember({ voters: state.voters, next: state.next }, id);
  const now = isIn ? words.now : state.newcomers.includes(id) ? words.learner(state.round) : words.spare;
  return (
    <li>
      <button
        type="button"
        className="member"
        aria-pressed={votes}
        aria-label={words.votes(id)}
        onClick={() => onToggle(id)}
      >
        {server(id)}
      </button>
      <span>{now}</span>
    </li>
  );
}

/** The majority that decides now, and the one that would decide. */
function Majorities({ state, voters }: { readonly state: MembersState; readonly voters: readonly ServerId[] }) {
  const words = useMore().members;
  const rows = [
    [words.old, state.voters],
    [words.new, state.next ?? voters],
  ] as const;
  return (
    <dl className="majorities">
      {rows.map(([name, ids]) => (
        <div key={name} className="majorities__row">
          <dt>{name}</dt>
          <dd>{ids.length === 0 ? words.nobody : words.majority(ids, Math.floor(ids.length / 2) + 1)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface AskingProps {
  readonly state: MembersState;
  readonly voters: readonly ServerId[];
  readonly joint: boolean;
}

/** The button that asks the leader, and why it would refuse. */
function Asking({ state, voters, joint }: AskingProps) {
  const store = useAppStore();
  const texts = usePanelTexts();
  const words = useMore().members;
  const { leader } = state;
  const action: Action | null = leader === 0 ? null : { type: 'changeMembers', server: leader, voters, joint };
  const why = useFrame(() => (action === null ? null : store.refusal(action)));
  const reason = action === null ? words.noLeader : why === null ? '' : texts.refusals[why]({ server: leader });
  return (
    <>
      <div className="button-row">
        <Button
          variant="primary"
          disabled={action === null || why !== null}
          onClick={() => action !== null && store.act(action)}
        >
          {words.change}
        </Button>
      </div>
      <p className="members__asked" aria-live="polite">
        {leader === 0 ? '' : `${words.leader(leader)}. `}
        {reason}
      </p>
    </>
  );
}
