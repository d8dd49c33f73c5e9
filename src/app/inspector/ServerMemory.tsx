import { useCallback } from 'react';
import { formatLength, formatNumber, useInspectorTexts } from '../../i18n';
import type { ServerId } from '../../raft';
import { useFrame } from '../../store';
import type { Frame } from '../../trace';
import { useRecorded } from '../recorded';
import { Fact } from './Facts';
import type { DiskLag, ServerState } from './server-state';

/** Figure 2's state of every server: at the left what its disk keeps, at the right what a crash takes. */
export function ServerMemory({ state }: { readonly state: ServerState }) {
  const texts = useInspectorTexts();
  const words = texts.app.server;
  const { term, votedFor, log, commitIndex, lastApplied } = state;
  return (
    <>
      <div className="memory">
        <div className="memory__half">
          <p className="memory__name">
            {words.onDisk}
            <span>{words.onDiskHint}</span>
          </p>
          <dl>
            <Fact name="currentTerm">{term}</Fact>
            <Fact name="votedFor">{votedFor === null ? words.nobody : texts.common.server(votedFor)}</Fact>
            <Fact name={words.lastEntry}>{words.lastEntryValue(log.index, log.term)}</Fact>
          </dl>
        </div>
        <div className="memory__half">
          <p className="memory__name">
            {words.inMemory}
            <span>{words.inMemoryHint}</span>
          </p>
          <dl>
            <Fact name="commitIndex">{formatNumber(commitIndex)}</Fact>
            <Fact name="lastApplied">{formatNumber(lastApplied)}</Fact>
            <Timer id={state.id} role={state.role} />
          </dl>
        </div>
      </div>
      <p className={state.lag === null ? 'disk-lag' : 'disk-lag disk-lag--behind'}>
        {state.lag === null ? words.diskSame : <Lag lag={state.lag} writing={state.writing} />}
      </p>
    </>
  );
}

function Lag({ lag, writing }: { readonly lag: DiskLag; readonly writing: boolean }) {
  const words = useInspectorTexts().app.server;
  const parts = [
    ...(lag.term === null ? [] : [words.diskTerm(lag.term)]),
    ...(lag.vote === null ? [] : [words.diskVote(lag.vote)]),
    ...(lag.to < lag.from ? [] : [words.diskEntries(lag.from, lag.to)]),
    ...(lag.shorter ? [words.diskShorter] : []),
  ];
  return words.diskBehind(parts, writing);
}

/** What is left of the timer, to the millisecond; null: it does not run. */
function Timer({ id, role }: { readonly id: ServerId; readonly role: ServerState['role'] }) {
  const words = useInspectorTexts().app.server;
  const select = useCallback(
    (frame: Frame) => {
      const timer = frame.servers[id - 1]?.timer;
      return timer == null ? null : Math.ceil(timer.remaining / 1000) * 1000;
    },
    [id],
  );
  const remaining = useFrame(select);
  const recorded = useRecorded();
  // A recording does not tell of all timers.
  if (remaining === null && recorded) return null;
  const value = remaining === null ? words.timerStopped : remaining === 0 ? words.timerDue : formatLength(remaining);
  return <Fact name={role === 'leader' ? words.heartbeatTimer : words.electionTimer}>{value}</Fact>;
}
