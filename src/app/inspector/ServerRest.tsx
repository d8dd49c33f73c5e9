import { useInspectorTexts } from '../../i18n';
import { Fact } from './Facts';
import type { ServerState } from './server-state';

/** The state machine's contents, and the computer that it runs on. */
export function ServerRest({ state }: { readonly state: ServerState }) {
  const texts = useInspectorTexts();
  const words = texts.app.server;
  const values = [...state.values].sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <>
      <div className="store">
        <h3>{words.store}</h3>
        {values.length === 0 ? (
          <p>{words.storeEmpty}</p>
        ) : (
          <ul>
            {values.map(([key, value]) => (
              <li key={key}>
                {key} = <strong>{value}</strong>
              </li>
            ))}
          </ul>
        )}
      </div>
      <dl className="computer">
        <Fact name={words.leaderKnown}>{state.leader === null ? words.nobody : texts.common.server(state.leader)}</Fact>
        <Fact name={words.clock}>{words.clockValue(state.clockRate / 1_000_000, state.clockOffset)}</Fact>
        <Fact name={words.queue}>{words.queueValue(state.waiting, state.outgoing)}</Fact>
      </dl>
    </>
  );
}
