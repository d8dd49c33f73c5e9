import { useMore, usePanelTexts } from '../../i18n';
import type { HuntState } from './hunter';

/** How far the hunt is, and what it found. Numbers that run are seen, not heard. */
export function HuntStatus({ state }: { readonly state: HuntState }) {
  const words = useMore().breakRaft;
  const { safety } = usePanelTexts();
  switch (state.phase) {
    case 'idle':
      return null;
    case 'hunting':
    case 'paused':
      return (
        <div className="break__status">
          <progress aria-label={words.hunt} className={state.phase === 'paused' ? 'is-paused' : ''} />
          <p>{words.hunting(state.moves, state.situations)}</p>
          <p className="break__rate">{state.phase === 'paused' ? words.paused : words.rate(state.rate)}</p>
        </div>
      );
    case 'shrinking':
      return <p className="break__status">{words.shrinking(state.actions)}</p>;
    case 'found': {
      const { run, violation } = state.finding;
      return (
        <div className="break__status" role="status">
          <p className="break__found">{words.found(safety.properties[violation.property].name, run.actions.length)}</p>
          <p>{safety.properties[violation.property].statement}</p>
        </div>
      );
    }
    case 'none':
      return (
        <p className="break__status" role="status">
          {words.none(state.moves)}
        </p>
      );
    case 'failed':
      return (
        <p className="break__status field__fault" role="alert">
          {words.failed(state.reason)}
        </p>
      );
  }
}
