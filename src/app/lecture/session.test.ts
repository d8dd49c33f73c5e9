import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { createTexts } from '../../i18n';
import { decodeRun, encodeRun } from '../../share';
import { createRun, type Run, withBookmarks } from '../../sim';
import { fakePage } from '../../store/fake-page';
import { digestOf } from '../../sync';
import { readLecture } from './address';
import { loadChapterPlan } from './chapter-plan';
import { type Plan, planOfRun } from './plan';
import { createLectureSession, type LectureSession } from './session';
import { elapsed, LECTURE_READERS, pathOf, pointIn, readShow } from './show';

const open: LectureSession[] = [];

afterEach(() => {
  for (const session of open.splice(0)) session.dispose();
});

/** A window that begins at an address, with what the browser kept beside it. */
function begin(plan: Plan, address: string, { kept = null as unknown, reduced = false } = {}) {
  const { store, page } = fakePage({ hash: '#seed=0&t=0.001', reduced });
  const around = { state: kept, address };
  const found = readLecture(address);
  if (found === null) throw new Error('no lecture');
  const session = createLectureSession(
    store,
    plan,
    found,
    {
      hidden: () => page.hidden,
      clock: () => 1_700_000_000_000 + page.now,
      token: () => 'abc',
      kept,
      replaceState: (state, next) => {
        around.state = structuredClone(state);
        around.address = next;
      },
      openWindow: () => undefined,
      onLeave: () => () => undefined,
    },
    { encodeRun, decodeRun },
  );
  open.push(session);
  const digest = () => digestOf(store);
  /** Everything is gone but the address and what was kept with it. */
  const reload = () => begin(plan, around.address, { kept: around.state });
  return { store, page, session, digest, around, reload, index: () => session.state().place.index };
}

async function chapterPlan(id: string): Promise<Plan> {
  const plan = await loadChapterPlan(id, createTexts('en'));
  if (plan === null) throw new Error('no chapter');
  return plan;
}

const marked: Run = {
  ...createRun(7),
  bookmarks: [
    { at: 700_000, name: 'Later', caption: 'This is told first.', notes: 'Ask the hall.' },
    { at: 200_000, name: '', caption: 'And this after it.', notes: '' },
    { at: 400_000, name: 'Last', caption: '', notes: '' },
  ],
};
const own = planOfRun(marked, 'Mine', (name, place) => name || `Bookmark ${place}`);
const ownAddress = `#lecture=own&run=${encodeRun(marked)}`;

describe('with the four buttons of a remote', () => {
  test('a chapter is told forth and back, and each cue is exactly as it was', async () => {
    const plan = await chapterPlan('log-replication');
    const lecture = begin(plan, '#lecture=log-replication');
    const seen = [lecture.digest()];
    for (let n = 1; n < plan.cues.length; n++) {
      lecture.session.controls.next();
      expect(lecture.session.state().place.goal).toBe(n);
      lecture.session.controls.next();
      seen.push(lecture.digest());
      expect(lecture.store.time()).toBe(plan.cues[n].time);
    }
    lecture.session.controls.next();
    expect(lecture.index()).toBe(plan.cues.length - 1);
    for (let n = plan.cues.length - 2; n >= 0; n--) {
      lecture.session.controls.back();
      expect([lecture.index(), lecture.digest()]).toEqual([n, seen[n]]);
    }
    lecture.session.controls.back();
    expect(lecture.index()).toBe(0);
  });

  test('it runs to the next cue by itself, and stops there exactly', async () => {
    const plan = await chapterPlan('log-replication');
    const lecture = begin(plan, '#lecture=log-replication&cue=redirect');
    lecture.session.controls.next();
    for (let n = 0; n < 400 && lecture.session.state().place.goal !== null; n++) lecture.page.pass(16);
    expect(lecture.store.getState().playback.playing).toBe(false);
    expect(lecture.store.time()).toBe(plan.cues[3].time);
  });

  test('a press on the black screen brings the picture back and does not lose a cue', () => {
    const lecture = begin(own, ownAddress);
    lecture.session.controls.black();
    lecture.session.controls.next();
    expect([lecture.session.state().show.black, lecture.index()]).toEqual([false, 0]);
    lecture.session.controls.close();
    expect(lecture.index()).toBe(0);
  });
});

describe('bookmarks', () => {
  test('are told in their order, whatever their time', () => {
    const lecture = begin(own, ownAddress, { reduced: true });
    const times = [lecture.store.time()];
    for (let n = 0; n < 2; n++) {
      lecture.session.controls.next();
      times.push(lecture.store.time());
    }
    expect(times).toEqual([700_000, 200_000, 400_000]);
    expect(own.cues.map(({ name }) => name)).toEqual(['Later', 'Bookmark 2', 'Last']);
  });

  test('may be missing: there is the beginning', () => {
    const plan = planOfRun(createRun(1), 'Mine', (name) => name);
    expect(plan.cues.map(({ time }) => time)).toEqual([0]);
  });
});

test('a run without its bookmarks is still the run that is told', () => {
  const lecture = begin(own, ownAddress, { reduced: true });
  lecture.store.openRun(withBookmarks(marked, []), 200_000);
  expect(lecture.session.state().improvised).toBe(false);
  lecture.store.act({ type: 'crash', server: 3 });
  expect(lecture.session.state().improvised).toBe(true);
});

test('it arrives where no frame says so', () => {
  const lecture = begin(own, `${ownAddress}&cue=2`);
  lecture.session.controls.next();
  lecture.page.setHidden(true);
  lecture.session.look();
  expect(lecture.session.state().place).toEqual({ index: 1, goal: 2 });
  lecture.store.seek(450_000);
  lecture.session.look();
  expect([lecture.session.state().place, lecture.store.time()]).toEqual([{ index: 2, goal: null }, 400_000]);
});

describe('a reload in the middle', () => {
  test('comes back to the same instant on the way, with the screen as it was and the timer running', () => {
    const lecture = begin(own, `${ownAddress}&cue=2`);
    lecture.session.controls.next();
    for (let n = 0; n < 9; n++) lecture.page.pass(16);
    lecture.store.pause();
    lecture.session.controls.qr();
    const again = lecture.reload();
    expect(again.digest()).toBe(lecture.digest());
    expect(again.store.time()).toBe(lecture.store.time());
    expect(again.store.time()).toBeGreaterThan(200_000);
    expect(again.index()).toBe(1);
    expect(again.session.state().show).toEqual(lecture.session.state().show);
    expect(again.session.state().timer.since).toBe(lecture.session.state().timer.since);
  });

  test('loses neither what the lecturer made of the run nor the way back to the plan', () => {
    const lecture = begin(own, ownAddress, { reduced: true });
    lecture.session.controls.next();
    const planned = lecture.digest();
    lecture.store.act({ type: 'crash', server: 3 });
    lecture.store.seek(300_000);
    expect(lecture.session.state().improvised).toBe(true);
    const again = lecture.reload();
    expect(again.digest()).toBe(lecture.digest());
    expect(again.session.state().improvised).toBe(true);
    again.session.controls.back();
    expect([again.index(), again.digest(), again.session.state().improvised]).toEqual([1, planned, false]);
    again.session.controls.next();
    again.session.controls.next();
    expect(again.store.time()).toBe(400_000);
  });

  test('takes nothing from outside that makes no sense', () => {
    const kept = { lecture: { show: { black: 'yes', focus: 77, qr: false }, timer: { since: -1 } } };
    const lecture = begin(own, `${ownAddress}&cue=77&t=900000`, { kept });
    expect(lecture.session.state()).toMatchObject({ show: { black: false, focus: null }, timer: { since: null } });
    expect(lecture.store.time()).toBe(700_000);
  });
});

describe('what lies over the picture', () => {
  test('is drawn, is wiped with the next cue, and is bounded', () => {
    const lecture = begin(own, ownAddress, { reduced: true });
    for (let n = 0; n < 300; n++) lecture.session.draw([[n, n]], true);
    expect(lecture.session.state().ink.length).toBe(200);
    lecture.session.draw(
      [
        [0, 0],
        [9, 9],
      ],
      false,
    );
    expect(pathOf(lecture.session.state().ink[199])).toBe('M0 0L9 9');
    expect(LECTURE_READERS.ink(lecture.session.state().ink)).toBeDefined();
    lecture.session.controls.next();
    expect(lecture.session.state().ink).toEqual([]);
  });

  test('shows a server large, the selected one or the leader', () => {
    const lecture = begin(own, ownAddress, { reduced: true });
    const leader = lecture.store.frame().servers.find(({ role }) => role === 'leader')?.id;
    lecture.session.controls.focus();
    expect(lecture.session.state().show.focus).toBe(leader);
    lecture.session.controls.focus();
    lecture.store.select({ type: 'server', id: 2 });
    lecture.session.controls.focus();
    expect(lecture.session.state().show.focus).toBe(2);
  });

  test('is checked when it comes from another window', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const read of Object.values(LECTURE_READERS)) read(value);
      }),
    );
    expect(readShow({ black: true, focus: 3, qr: false, more: 1 })).toEqual({ black: true, focus: 3, qr: false });
    expect(LECTURE_READERS.place({ index: 2, goal: 'x' })).toBeUndefined();
    expect(LECTURE_READERS.ink([[[0, 1e9]]])).toBeUndefined();
    expect(LECTURE_READERS.laser([1, 2, 3])).toBeUndefined();
  });

  test('may be changed elsewhere, as the place may be; another cue wipes it', () => {
    const lecture = begin(own, ownAddress, { reduced: true });
    const { session } = lecture;
    session.lay({ show: { black: true, focus: 2, qr: false }, ink: [[[1, 2]]], laser: [5, 6] });
    expect(session.state()).toMatchObject({ show: { black: true, focus: 2 }, ink: [[[1, 2]]], laser: [5, 6] });
    session.follow({ index: 0, goal: 1 });
    expect(session.state().ink).toEqual([[[1, 2]]]);
    session.follow({ index: 1, goal: null });
    expect([session.state().ink, lecture.index()]).toEqual([[], 1]);
    // The store is for others to move.
    expect(lecture.store.time()).toBe(700_000);
  });

  test('is measured in shares of the picture', () => {
    expect(pointIn({ left: 100, top: 50, width: 500, height: 281 }, 350, 190.5)).toEqual([500, 281]);
    expect(pointIn({ left: 0, top: 0, width: 1000, height: 562 }, -5, 9999)).toEqual([0, 562]);
    expect(pathOf([])).toBe('');
    expect([0, 61_000, 3_725_000, -5].map(elapsed)).toEqual(['00:00', '01:01', '1:02:05', '00:00']);
  });
});
