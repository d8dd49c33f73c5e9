import { formatNumber, useTexts } from '../../i18n';
import type { ServerState } from './server-state';

/** A leader's nextIndex[] and matchIndex[]; a candidate's votes. */
export function Peers({ state }: { readonly state: ServerState }) {
  if (state.nextIndex !== null && state.matchIndex !== null) return <Progress state={state} />;
  return state.votes === null ? null : <Votes state={state} votes={state.votes} />;
}

function Progress({ state }: { readonly state: ServerState }) {
  const texts = useTexts();
  const { id, nextIndex, matchIndex } = state;
  const others = (nextIndex ?? []).map((_, other) => other).filter((other) => other > 0 && other !== id);
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
  const texts = useTexts();
  const words = texts.app.server;
  const granted = votes.filter((vote) => vote === 'granted').length;
  return (
    <div className="votes">
      <p>
        <span>{words.votes}</span> <strong>{words.majority(granted, state.majority)}</strong>
      </p>
      <ul>
        {votes.map((vote, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the ring is the server.
          <li key={i} className={`vote vote--${vote}`}>
            <strong>{texts.common.server(i + 1)}</strong> {words.voteStates[vote]}
          </li>
        ))}
      </ul>
    </div>
  );
}
