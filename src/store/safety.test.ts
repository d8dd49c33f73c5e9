import { describe, expect, test } from 'vitest';
import { findViolations } from '../invariants';
import { chaosRun } from '../lab';
import { defaultOptions } from '../raft';
import { encodeRun } from '../share';
import { record, SECOND } from '../sim';
import { doubleVoteRun } from '../testing/broken-run';
import { extend, fork } from '../trace';
import { writeAddress } from './address';
import { fakePage } from './fake-page';
import { safetyAt } from './safety';

const LENGTH = 10 * SECOND;

const run = doubleVoteRun();
const [broken] = findViolations(run, SECOND);

/** A page that shows the run from its start, with the monitor loaded. */
async function watchedPage(time = 0) {
  const opened = fakePage({ hash: writeAddress(run, time, { encodeRun }) });
  await Promise.resolve();
  return opened;
}

/** Lets frames pass until playback stops, or for some seconds. */
function playOn({ page, store }: ReturnType<typeof fakePage>): void {
  store.play();
  for (let i = 0; i < 300 && store.getState().playback.playing; i++) page.pass(50);
}

describe('when a property breaks', () => {
  test('playback stops at exactly that transition, and a notice says so', async () => {
    const opened = await watchedPage();
    playOn(opened);
    const { store } = opened;
    expect(store.getState().playback.playing).toBe(false);
    expect(store.time()).toBe(broken.at);
    expect(store.getState().view.notice).toMatchObject({ type: 'broken', violation: { property: 'electionSafety' } });
    expect(store.safety(store.time())?.violations).toEqual([broken]);
    expect(store.safety(broken.at - 1)).toMatchObject({ violations: [], ahead: [broken] });
    expect(store.violation(broken.at - 1)).toEqual(broken);
  });

  test('playing goes on from there, and stops there again when it comes there again', async () => {
    const opened = await watchedPage();
    const { page, store } = opened;
    playOn(opened);
    store.play();
    for (let i = 0; i < 4; i++) page.pass(50);
    expect(store.time()).toBeGreaterThan(broken.at);
    store.pause();
    store.seek(broken.at - 5000);
    playOn(opened);
    expect(store.time()).toBe(broken.at);
  });

  test('stepping onto it says so, too; seeking over it does not', async () => {
    const { store } = await watchedPage(broken.at / 1000 - 1);
    store.seek(broken.at - 1);
    store.stepEvent(1);
    expect(store.time()).toBe(broken.at);
    expect(store.getState().view.notice?.type).toBe('broken');
    store.dismissNotice();
    store.seek(0);
    store.seek(broken.at + 1000);
    expect(store.getState().view.notice).toBeNull();
    expect(store.violation(store.time())).toEqual(broken);
  });

  test('before the monitor is loaded nothing is known, and nothing stops', () => {
    const opened = fakePage({ hash: writeAddress(run, 0, { encodeRun }) });
    expect(opened.store.safety(0)).toBeNull();
    expect(opened.store.violation(broken.at)).toBeNull();
  });
});

describe('the verdict is a function of run and time', () => {
  const chaos = chaosRun(1, 5, LENGTH, { ...defaultOptions(), off: ['noElectionRestriction'] });

  test('after acting in the past and undoing', async () => {
    const { store } = await watchedPage(broken.at / 1000 + 20);
    store.seek(broken.at - 2000);
    store.act({ type: 'crash', server: 2 });
    expect(store.getState().session.trace.companion).not.toBeNull();
    store.seek(broken.at + 20_000);
    expect(store.violation(store.time())).toBeNull();
    store.undo();
    store.seek(broken.at + 20_000);
    expect(store.violation(store.time())).toEqual(broken);
  });

  test('wherever one comes from: every instant says what a run played to there says', async () => {
    const opened = fakePage({ hash: writeAddress(chaos, 0, { encodeRun }) });
    await Promise.resolve();
    const { trace } = opened.store.getState().session;
    trace.interval = 200;
    extend(trace, LENGTH);
    const found = findViolations(chaos, LENGTH, 9);
    expect(found.length).toBeGreaterThan(1);
    const changed = fork(trace, record(chaos, 5 * SECOND, { type: 'heal' }));
    for (const time of [9, 3, 6, 0, 10].map((s) => s * SECOND)) {
      const played = fork(
        { ...trace, keyframes: trace.keyframes.slice(0, 1), companions: trace.companions.slice(0, 1) },
        chaos,
      );
      expect(safetyAt(trace, time)?.violations).toEqual(found.filter(({ at }) => at <= time));
      expect(safetyAt(trace, time)?.counts).toEqual(safetyAt(played, time)?.counts);
      expect(safetyAt(changed, time)?.violations).toEqual(findViolations(changed.run, time, 9));
    }
  });
});
