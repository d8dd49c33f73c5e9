import { expect, test } from 'vitest';
import { heightsOf, isTurned } from './fit';

test('what all views need is known before they are drawn, and the cluster gives way first', () => {
  const usual = heightsOf(['cluster', 'log'], 5, 640, true);
  expect(usual.least).toBeGreaterThan(302);
  expect(usual.least).toBeLessThan(540);
  expect(usual.wanted).toBeGreaterThan(usual.least);
  expect(heightsOf(['cluster'], 5, 640, true).least).toBeLessThan(302);
  // More servers, narrower frames and more views need more; a figure without a bar needs less.
  expect(heightsOf(['cluster', 'log'], 9, 640, true).least).toBeGreaterThan(usual.least);
  expect(heightsOf(['cluster', 'log'], 5, 390, true).least).toBeGreaterThan(usual.least);
  expect(heightsOf(['cluster', 'log', 'safety'], 5, 640, true).least).toBeGreaterThan(usual.least);
  expect(heightsOf(['cluster', 'log'], 5, 640, false).least).toBeLessThan(usual.least);
  // Why stands beside the cluster.
  expect(heightsOf(['cluster', 'log', 'why'], 5, 640, true)).toEqual(usual);
});

test('in a narrow frame that is low, too, the cluster comes by turns with other views', () => {
  expect(isTurned(['cluster', 'log'], 427, 320)).toBe(true);
  expect(isTurned(['cluster', 'log'], 427, 480)).toBe(false);
  expect(isTurned(['cluster', 'log'], 640, 302)).toBe(false);
  expect(isTurned(['log', 'safety'], 427, 320)).toBe(false);
});
