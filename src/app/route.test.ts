import { describe, expect, it } from 'vitest';
import { backAddress, challengeAddress, listAddress, routeOf, storyAddress, withBack, withoutBack } from './route';

describe('an address', () => {
  it('without anything in it is the first page', () => {
    for (const hash of ['', '#', '#home']) expect(routeOf(hash)).toEqual({ door: 'home' });
  });

  it('of a run, a scenario or a fresh cluster opens the sandbox, as it always did', () => {
    for (const hash of ['#play', '#run=AUQ&t=4', '#scenario=figure-8', '#servers=7', '#seed=3', '#t=5', '#run=']) {
      expect(routeOf(hash), hash).toEqual({ door: 'play', back: null });
    }
  });

  it('of the story names chapter and cue', () => {
    expect(routeOf('#learn')).toEqual({ door: 'learn' });
    expect(routeOf('#story=split-votes')).toEqual({ door: 'story', chapter: 'split-votes', cue: null });
    expect(routeOf('#story=split-votes&cue=tie')).toEqual({ door: 'story', chapter: 'split-votes', cue: 'tie' });
    for (const cue of [null, 'tie']) {
      const place = { chapter: 'split-votes', cue };
      expect(routeOf(storyAddress(place))).toEqual({ door: 'story', ...place });
    }
  });

  it('of a run that was taken over names the way back, which the store does not see', () => {
    for (const place of [{ chapter: 'split-votes', cue: 'tie' }, { chapter: 'split-votes', cue: null }, null]) {
      const address = withBack('#run=AUQ&t=4', place);
      expect(routeOf(address)).toEqual({ door: 'play', back: place });
      expect(withoutBack(address)).toBe('#run=AUQ&t=4');
    }
    expect(routeOf('#run=AUQ&t=4&back=<script>')).toEqual({ door: 'play', back: null });
  });

  it('of a run of several groups that was taken over names the group, which the store does see', () => {
    const place = { chapter: 'many-groups', cue: 'crash', group: 2 };
    const address = withBack('#run=AUQ&t=4', place);
    expect(routeOf(address)).toEqual({ door: 'play', back: place });
    expect(withoutBack(address)).toBe('#run=AUQ&t=4&g=2');
    expect(backAddress(place)).toBe('#story=many-groups&cue=crash');
  });

  it('of the lab names an experiment and its set-up', () => {
    for (const address of ['#lab', '#lab=figure-16', '#lab=own&seed=3']) {
      expect(routeOf(address)).toEqual({ door: 'lab', address });
    }
  });

  it('of a challenge names the variant; without one it is the first', () => {
    expect(routeOf('#challenges')).toEqual({ door: 'challenges', variant: null });
    for (const variant of [null, 1, 99]) expect(routeOf(listAddress(variant))).toEqual({ door: 'challenges', variant });
    expect(routeOf('#challenges&v=100')).toEqual({ door: 'challenges', variant: null });
    expect(routeOf('#challenge=near-tie')).toEqual({ door: 'challenge', challenge: 'near-tie', variant: 1 });
    const place = { challenge: 'near-tie', variant: 12 };
    expect(routeOf(challengeAddress(place))).toEqual({ door: 'challenge', ...place });
    for (const v of ['0', '100', 'x', '-1', '1.5', '']) {
      expect(routeOf(`#challenge=near-tie&v=${v}`)).toMatchObject({ variant: Number.NaN });
    }
  });

  it('of a run that was forked from a challenge, or opened for a task, names the way back', () => {
    for (const back of [{ challenge: 'near-tie', variant: 3 }, { task: 'two-leaders' }]) {
      const address = withBack('#run=AUQ&t=4', back);
      expect(routeOf(address)).toEqual({ door: 'play', back });
      expect(withoutBack(address)).toBe('#run=AUQ&t=4');
    }
    expect(backAddress({ challenge: 'near-tie', variant: 3 })).toBe('#challenge=near-tie&v=3');
    expect(backAddress({ task: 'two-leaders' })).toBe('#challenges');
    expect(backAddress({ chapter: 'split-votes', cue: 'tie' })).toBe('#story=split-votes&cue=tie');
  });

  it('that is an anchor of the page is no door', () => {
    for (const hash of ['#stage', '#narration', '#%E0%A4%A']) expect(routeOf(hash)).toBeNull();
  });
});
