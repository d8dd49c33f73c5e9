/** Recordings on stage: watched to their end, never changed, and left for what was open. */
import { expect, test } from 'vitest';
import { createMonitor } from '../invariants';
import { decodeTrace, traceOfRecording } from '../recorded';
import { extend } from '../trace';
import { fakePage } from './fake-page';
import { entry, REGISTRY } from './registry';
import { createAppStore } from './store';

const TEXT = `{"v":"raft-trace/1","kind":"header","nodes":["a","b","c"]}
{"t":10,"node":"a","kind":"becomeLeader","state":{"currentTerm":1,"votesGranted":["a","b"]}}
{"t":20,"node":"c","kind":"becomeLeader","state":{"currentTerm":1,"votesGranted":["c","b"]}}
{"t":30,"node":"b","kind":"tick"}`;

function recording() {
  const decoded = decodeTrace(TEXT);
  if (!decoded.ok) throw new Error('the text is no recording');
  const trace = traceOfRecording(decoded.recording, 'trace', 'mine.jsonl', createMonitor);
  extend(trace, trace.source.end);
  return trace;
}

test('a recording opens at what it broke, cannot be changed, and gives way to the run before', () => {
  const page = fakePage({ hash: '#servers=5&seed=3&t=400' });
  const store = createAppStore(page.environment);
  const { run } = store.getState().session;
  const time = store.time();
  const trace = recording();
  store.openRecording(trace);
  expect(store.getState().session.trace).toBe(trace);
  expect(store.time()).toBe(20_000);
  expect(store.getState().view.notice).toMatchObject({ type: 'broken', violation: { property: 'electionSafety' } });
  expect(store.address()).toBeNull();

  expect(store.refusal({ type: 'crash', server: 1 })).toBe('recorded');
  expect(store.act({ type: 'crash', server: 1 })).toEqual({ ok: false, error: 'recorded' });
  const context = { store, target: { type: 'server', id: 1 } as const, toggleFullScreen: () => {}, save: () => {} };
  const changing = REGISTRY.filter(({ acts }) => acts.length > 0);
  expect(changing.length).toBeGreaterThan(15);
  expect(changing.filter(({ enabled }) => enabled(context)).map(({ id }) => id)).toEqual([]);
  expect(entry('saveRun').enabled(context)).toBe(false);

  store.seek(90_000);
  expect(store.time()).toBe(30_000);
  store.stepEvent(1);
  expect(store.getState().view.notice).toMatchObject({ type: 'recordingEnds' });
  store.stepEvent(-1);
  expect(store.time()).toBe(20_000);
  store.stepMark(-1);
  expect(store.time()).toBe(10_000);

  store.play();
  store.leaveRecording();
  expect(store.getState().session.run).toBe(run);
  expect(store.getState().playback.playing).toBe(false);
  expect(store.time()).toBe(time);
  expect(store.refusal({ type: 'crash', server: 1 })).toBeNull();
  store.dispose();
});
