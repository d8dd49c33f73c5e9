// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { actionOf, swipeHandlers } from './keys';

const press = (key: string, more: Partial<Parameters<typeof actionOf>[0]> = {}) =>
  actionOf({
    key,
    target: document.body,
    defaultPrevented: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    isComposing: false,
    repeat: false,
    ...more,
  });

describe('keys', () => {
  it('that go on, and back, as a keyboard, a clicker or a reader of long pages has them', () => {
    for (const key of [' ', 'Enter', 'ArrowRight', 'ArrowDown', 'PageDown']) expect(press(key), key).toBe('next');
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace']) expect(press(key), key).toBe('back');
    expect([press('Home'), press('End'), press('x')]).toEqual(['first', 'last', null]);
  });

  it('are left to a button that Space and Enter press, and to a menu that the arrows move in', () => {
    document.body.innerHTML = '<button><span>Back</span></button><div role="menu"><a tabindex="0"></a></div>';
    const target = document.querySelector('span');
    expect([press(' ', { target }), press('Enter', { target })]).toEqual([null, null]);
    expect(press('ArrowRight', { target })).toBe('next');
    expect(press('ArrowDown', { target: document.querySelector('a') })).toBeNull();
  });

  it('held down, or pressed together with others, are not for the story', () => {
    expect(press('ArrowRight', { repeat: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press(' ', { ctrlKey: true })).toBeNull();
    expect(press('Enter', { isComposing: true })).toBeNull();
    expect(press(' ', { defaultPrevented: true })).toBeNull();
  });
});

describe('a swipe', () => {
  const swipe = (dx: number, dy: number, fingers = 1, target: Element = document.body) => {
    const said: string[] = [];
    const handlers = swipeHandlers({ next: () => said.push('next'), back: () => said.push('back') });
    const touch = (x: number, y: number) => ({ clientX: x, clientY: y });
    handlers.onTouchStart({ touches: Array.from({ length: fingers }, () => touch(200, 300)), target });
    handlers.onTouchEnd({ changedTouches: [touch(200 + dx, 300 + dy)] });
    return said.join();
  };

  it('to the left goes on, to the right goes back', () => {
    expect([swipe(-90, 10), swipe(90, -10)]).toEqual(['next', 'back']);
  });

  it('that is short, mostly up or down, or of several fingers is none', () => {
    expect([swipe(-30, 0), swipe(-90, 80), swipe(-90, 0, 2)]).toEqual(['', '', '']);
  });

  it('that scrolls a long log, or moves the slider, is none', () => {
    document.body.innerHTML = '<div class="logs-table is-scrollable"><p></p></div><div role="slider"></div>';
    for (const target of document.querySelectorAll('p, [role]')) expect(swipe(-90, 0, 1, target)).toBe('');
  });
});
