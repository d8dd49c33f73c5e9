import { formatNumber, useInspectorTexts } from '../../i18n';
import { isMember, majority, type ServerId } from '../../raft';
import type { ServerState } from './server-state';

/** A leader's nextIndex[] and matchIndex[]; a candidate's votes. */
export function Peers({ state }: { readonly state: ServerState }) {
  if (state.nextIndex !== null && state.matchIndex !== null) return <Progress state={state} />;
  return state.votes === null ? null : <Votes state={state} votes={state.votes} />;
}

function Progress({ state }: { readonly state: ServerState }) {
  const texts = useInspectorTexts();
  const { id, nextIndex, matchIndex, configuration, duties } = state;
  const newcomers = duties?.catchUp?.newcomers ?? [];
  const others = (nextIndex ?? [])
    .map((_, other) => other)
    .filter((other) => other !== id && (isMember(configuration, other) || newcomers.includes(other)));
  const row = (name: string, values: readonly number[] | null) => (
    <tr>
      <th scope="row">{name}</th>
      {others.map((other) => (
        <td key={other}>{formatNumber(values?.[other] ?? 0)}</td>
      ))}
    </tr>
  );
  return (
    <table className={others.length > 6 ? 'peers peers--many' : 'peers'}>
      <caption className="unseen">{texts.app.server.peers}</caption>
      <thead>
        <tr>
          <td />
          {others.map((other) => (
            <th key={other} scope="col">
              {texts.common.server(other)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row('nextIndex', nextIndex)}
        {row('matchIndex', matchIndex)}
      </tbody>
    </table>
  );
}

interface VotesProps {
  readonly state: ServerState;
  readonly votes: NonNullable<ServerState['votes']>;
}

function Votes({ state, votes }: VotesProps) {
  const texts = useInspectorTexts();
  const words = texts.app.server;
  const { voters, next } = state.configuration;
  const name = state.role === 'precandidate' ? words.preVotes : words.votes;
  return [voters, ...(next === null ? [] : [next])].map((ids, half) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the old configuration comes before the new one.
    <div key={half} className="votes">
      <p>
        <span>{next === null ? name : `${name}, ${half === 0 ? words.oldMembers : words.newMembers}`}</span>{' '}
        <strong>{words.majority(countGranted(ids, votes), majority({ voters: ids, next: null }))}</strong>
      </p>
      <ul>
        {ids.map((id) => (
          <li key={id} className={`vote vote--${votes[id - 1]}`}>
            <strong>{texts.common.server(id)}</strong> {words.voteStates[votes[id - 1] ?? 'unknown']}
          </li>
        ))}
      </ul>
    </div>
  ));
}

const countGranted = (ids: readonly ServerId[], votes: VotesProps['votes']): number =>
  ids.filter((id) => votes[id - 1] === 'granted').length;
