// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTexts } from '../i18n';
import { groupsOf, holdsMajority } from '../scene';
import { createRun, defaultConfig } from '../sim';
import { runOfScenario } from '../testing/world';
import { createTrace, extend, type Frame, frameAt } from '../trace';
import { Stage, type StageProps } from './Stage';
import { electoratesOf } from './standing';
import type { FrameSource } from './types';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const SIZE = { width: 632, height: 364 };

/** S3 stands for election at 20 ms. */
function frames(): (ms: number) => Frame {
  const actions = [{ at: 20_000, action: { type: 'expireTimer', server: 3 } as const }];
  const trace = createTrace({ ...createRun(3, defaultConfig(5)), actions });
  extend(trace, 250_000);
  return (ms) => frameAt(trace, ms * 1000);
}

/** A frame of a scenario, at a time in milliseconds. */
function scene(id: string, ms: number): Frame {
  return frameAt(createTrace(runOfScenario(id)), ms * 1000);
}

const nameOf = (page: HTMLElement, id: number) =>
  page.querySelector(`[data-server="${id}"] .hit`)?.getAttribute('aria-label');

function movable(first: Frame): FrameSource & { publish(frame: Frame): void } {
  let now = first;
  const listeners = new Set<(frame: Frame) => void>();
  return {
    current: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    publish(frame) {
      now = frame;
      for (const listener of [...listeners]) listener(frame);
    },
  };
}

let unmount = () => {};

function show(source: FrameSource, props: Partial<StageProps> = {}): HTMLElement {
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  const texts = createTexts('en').stage;
  act(() => root.render(<Stage source={source} texts={texts} size={SIZE} {...props} />));
  unmount = () => {
    act(() => root.unmount());
    page.remove();
  };
  return page;
}

const glyphsIn = (page: HTMLElement) =>
  [...page.querySelectorAll('[data-message]')].filter((glyph) => glyph.getAttribute('display') !== 'none');

afterEach(() => unmount());

describe('Stage', () => {
  test('servers are buttons with names that say role and term', () => {
    const page = show(movable(frames()(24)));
    const names = [...page.querySelectorAll('[data-server] .hit')].map((server) => server.getAttribute('aria-label'));
    expect(names).toEqual([
      'S1, follower, term 0',
      'S2, follower, term 0',
      'S3, candidate, term 1, 1 of 5 votes',
      'S4, follower, term 0',
      'S5, follower, term 0',
    ]);
    for (const server of page.querySelectorAll('[data-server] .hit')) {
      expect([server.getAttribute('role'), server.getAttribute('tabindex')]).toEqual(['button', '0']);
    }
  });

  test('a message moves with time while React draws nothing anew', () => {
    const at = frames();
    const source = movable(at(24));
    const page = show(source);
    const glyph = glyphsIn(page)[0];
    const before = glyph.getAttribute('transform');
    const timer = page.querySelector('[data-server="1"] [data-live="timer"]')?.getAttribute('d');
    const markup = page.querySelector('[data-server="3"]')?.cloneNode(true);
    source.publish(at(29));
    expect(glyph.isConnected).toBe(true);
    expect(glyph.getAttribute('transform')).not.toBe(before);
    expect(page.querySelector('[data-server="1"] [data-live="timer"]')?.getAttribute('d')).not.toBe(timer);
    expect(page.querySelector('[data-server="3"] .label-role')?.textContent).toBe(
      (markup as Element | undefined)?.querySelector('.label-role')?.textContent,
    );
  });

  test('the picture depends on the frame, not on the frames before it', () => {
    const at = frames();
    const direct = show(movable(at(36))).innerHTML;
    unmount();
    const source = movable(at(24));
    const page = show(source);
    act(() => source.publish(at(60)));
    act(() => source.publish(at(36)));
    const shown = (html: string) => html.match(/translate\([^"]*\) rotate\([^"]*\)"/g)?.length ?? 0;
    expect(glyphsIn(page).map((g) => g.getAttribute('transform')).length).toBeGreaterThan(0);
    expect(shown(page.innerHTML)).toBeGreaterThanOrEqual(shown(direct));
    const names = [...page.querySelectorAll('[data-server] .hit')].map((server) => server.getAttribute('aria-label'));
    expect(names.every((name) => direct.includes(`${name}`))).toBe(true);
  });

  test('while fast, a server keeps its look for a while; paused, it is exact at once', () => {
    const at = frames();
    const source = movable(at(10));
    const page = show(source, { rate: 1 });
    const nameOf = () => page.querySelector('[data-server="3"] .hit')?.getAttribute('aria-label');
    act(() => source.publish(at(24)));
    expect(nameOf()).toContain('candidate');
    act(() => source.publish(at(100)));
    expect(nameOf()).toContain('candidate');
    act(() => source.publish(at(210)));
    expect(nameOf()).toBe('S3, leader, term 1');
    act(() => source.publish(at(24)));
    expect(nameOf()).toContain('candidate');
    unmount();
    const still = show(source, { rate: 1, paused: true });
    act(() => source.publish(at(60)));
    expect(still.querySelector('[data-server="3"] .hit')?.getAttribute('aria-label')).toContain('leader');
  });

  test('a click selects, a second one opens the menu, the empty stage deselects', () => {
    const [onSelect, onMenu] = [vi.fn(), vi.fn()];
    const source = movable(frames()(24));
    const click = (element: Element | null | undefined) =>
      act(() => element?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    let page = show(source, { onSelect, onMenu });
    click(page.querySelector('[data-server="2"] .hit'));
    expect(onSelect).toHaveBeenLastCalledWith({ type: 'server', id: 2 });
    expect(onMenu).not.toHaveBeenCalled();
    click(page.querySelector('.stage-svg'));
    expect(onSelect).toHaveBeenLastCalledWith(null);
    unmount();
    page = show(source, { onSelect, onMenu, selection: { type: 'server', id: 2 } });
    click(page.querySelector('[data-server="2"] .hit'));
    expect(onMenu).toHaveBeenCalledWith({ type: 'server', id: 2 }, expect.anything());
  });

  test('Enter selects the server that has the focus', () => {
    const onSelect = vi.fn();
    const page = show(movable(frames()(24)), { onSelect });
    const server = page.querySelector('[data-server="4"] .hit');
    act(() => server?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
    expect(onSelect).toHaveBeenCalledWith({ type: 'server', id: 4 });
  });

  test('messages are reached by keyboard only while paused', () => {
    const source = movable(frames()(24));
    expect(glyphsIn(show(source)).some((glyph) => glyph.querySelector('[tabindex]') !== null)).toBe(false);
    unmount();
    const names = glyphsIn(show(source, { paused: true })).map((glyph) =>
      glyph.querySelector('.hit')?.getAttribute('aria-label'),
    );
    expect(names).toContain('RequestVote from S3 to S1, term 1');
  });

  test('who is in no configuration is smaller, waits for no election and is on no ballot', () => {
    const page = show(movable(scene('add-server', 372)));
    expect(nameOf(page, 4)).toBe('S4, learner, term 1');
    const learner = page.querySelector('[data-server="4"]');
    expect(learner?.querySelector('.apart-ring')).not.toBeNull();
    expect(learner?.querySelector('[data-live="timer"]')).toBeNull();
    const radius = (id: number) => Number(page.querySelector(`[data-server="${id}"] .server-body`)?.getAttribute('r'));
    expect(radius(4)).toBeLessThan(radius(1));
    unmount();
    expect(nameOf(show(movable(scene('add-server', 320))), 4)).toBe('S4, spare, term 0');
    unmount();
    expect(nameOf(show(movable(scene('add-server', 460))), 4)).toBe('S4, follower, term 1');
  });

  test('while two configurations are joint, the leader has a ballot for each', () => {
    const page = show(movable(scene('joint-consensus', 248)));
    expect(page.querySelectorAll('[data-server="1"] .ballot-notch').length).toBe(2);
    expect(page.querySelectorAll('[data-server="1"] .pip').length).toBe(6);
    expect(nameOf(page, 1)).toBe('S1, leader, term 1, 1/3 + 0/3 stored, in Cold');
    expect(nameOf(page, 3)).toContain('in both');
    expect(nameOf(page, 5)).toContain('in Cnew');
  });

  test('what binds nobody yet is dashed', () => {
    const page = show(movable(scene('prevote', 1008)), { paused: true });
    expect(nameOf(page, 5)).toBe('S5, pre-candidate, term 1, 1 of 5 votes');
    expect(page.querySelector('[data-server="5"] .ballot-box.is-provisional')).not.toBeNull();
    expect(glyphsIn(page).filter((glyph) => glyph.querySelector('.glyph-dashed') !== null).length).toBeGreaterThan(3);
  });

  test('a leader that hands over says to whom; a removed server does not know', () => {
    const page = show(movable(scene('transfer', 212)), { paused: true });
    expect(nameOf(page, 1)).toContain('→ S3');
    expect(page.querySelector('[data-server="1"] .leader-ring.is-leaving')).not.toBeNull();
    unmount();
    expect(nameOf(show(movable(scene('removed-server', 300))), 4)).toContain('removed');
  });

  test('each side of a cut goes by the members that it knows', () => {
    const decide = (frame: Frame) => {
      const groups = groupsOf(frame.network);
      const electorates = electoratesOf(frame);
      return groups.map((group, i) => [electorates[i].voters.length, holdsMajority(electorates[i], group)]);
    };
    expect(decide(scene('config-jump', 250))).toEqual([
      [3, true],
      [5, true],
    ]);
    expect(decide(scene('two-leaders', 700))).toEqual([
      [5, false],
      [5, true],
    ]);
    expect(nameOf(show(movable(scene('config-jump', 250))), 4)).not.toContain('removed');
    unmount();
    expect(nameOf(show(movable(scene('early-change', 340))), 1)).toContain('removed');
  });

  test('a side with the majority says so when too few of it run', () => {
    const said = (page: HTMLElement) => [...page.querySelectorAll('.side-note')].map((note) => note.textContent);
    const frame = scene('two-leaders', 700);
    const wide = { paused: true, size: { width: 900, height: 560 } };
    expect(said(show(movable(frame), wide)).sort()).toEqual(['can elect and commit', 'cannot commit']);
    unmount();
    const crash = (...ids: number[]): Frame => ({
      ...frame,
      servers: frame.servers.map((view) => (ids.includes(view.id) ? { ...view, status: 'crashed' } : view)),
    });
    const majority = groupsOf(frame.network).find((group) => group.length === 3) ?? [];
    const others = frame.servers.map(({ id }) => id).filter((id) => !majority.includes(id));
    expect(said(show(movable(crash(majority[0])), wide))).toContain('cannot commit: too many crashed');
    unmount();
    expect(said(show(movable(crash(...others)), wide))).toContain('can elect and commit');
  });

  test('several groups: a badge for each, and the shown one is told apart', () => {
    const frame = frames()(250);
    const members = frame.servers.map(({ role, status }) => ({ role, status }));
    const other = members.map((member, i) => ({
      ...member,
      role: i === 0 ? ('leader' as const) : ('follower' as const),
    }));
    const page = show(movable(frame), { groups: { shown: 1, states: [{ members }, { members: other }] } });
    expect(page.querySelectorAll('[data-server="2"] .badge').length).toBe(3);
    expect(page.querySelectorAll('.badge-shown').length).toBe(5);
    expect(nameOf(page, 1)).toBe('S1, follower, term 1, leader in group β');
  });

  test('a server that is added makes room on the ring', () => {
    const source = movable(scene('add-server', 290));
    const page = show(source);
    expect(page.querySelectorAll('[data-server]').length).toBe(3);
    // Messages to a newcomer may be under way before React has drawn it.
    act(() => source.publish(scene('add-server', 360)));
    expect(page.querySelectorAll('[data-server]').length).toBe(4);
  });
});
