// @vitest-environment happy-dom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { createRun } from '../sim';
import { useAnnouncement } from './announcement';
import { fakePage } from './fake-page';
import { StoreProvider, useFrame, useStore } from './react';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

test('a component renders again only when its part of state or frame changed', async () => {
  const { store, page } = fakePage({ reduced: true });
  store.openRun(createRun(7), 0);
  page.pass(16);
  const seen: string[] = [];
  function Probe() {
    const leader = useFrame((frame) => frame.servers.find(({ role }) => role === 'leader')?.id ?? 0);
    const playing = useStore((state) => state.playback.playing);
    const said = useAnnouncement();
    seen.push(`${leader} ${playing}`);
    return said === null ? 'silence' : 'said';
  }
  const host = document.createElement('div');
  const root = createRoot(host);
  await act(() => root.render(createElement(StoreProvider, { value: store }, createElement(Probe))));
  expect(seen).toEqual(['0 false']);
  await act(() => {
    store.seek(40_000);
    page.pass(16);
  });
  expect(seen).toEqual(['0 false']);
  await act(() => {
    store.seek(400_000);
    page.pass(16);
  });
  expect(seen.at(-1)).toMatch(/^[1-5] false$/);
  expect(host.textContent).toBe('said');
  const count = seen.length;
  await act(() => store.play());
  expect(seen.at(-1)).toMatch(/true$/);
  expect(seen.length).toBe(count + 1);
  await act(() => root.unmount());
  store.dispose();
});
