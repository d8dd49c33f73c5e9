// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTexts } from '../i18n';
import { createRun, defaultConfig } from '../sim';
import { createTrace, extend, type Frame, frameAt } from '../trace';
import { Stage, type StageProps } from './Stage';
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
});
