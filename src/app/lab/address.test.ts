import { describe, expect, it } from 'vitest';
import { EXPERIMENTS, type Experiment, linesOf } from '../../lab';
import { labAddress, OWN, presetOf, readExperiment } from './address';

const FIGURE_16 = presetOf('figure-16') as Experiment;

describe('the address of an experiment', () => {
  it('is short while nothing is changed', () => {
    for (const one of [...EXPERIMENTS, OWN]) {
      expect(labAddress(one)).toBe(`#lab=${one.id}`);
      expect(readExperiment(labAddress(one), one)).toEqual({ ok: true, value: one });
    }
  });

  it('names what is changed, and brings it back', () => {
    const changed: Experiment[] = [
      { ...FIGURE_16, trials: 30, seed: 9, settings: { ...FIGURE_16.settings, servers: 7, latency: 2.5 } },
      { ...OWN, base: 'quiet', measure: 'leaderChanges', sweep: { parameter: 'loss', values: [1, 2.5, 30] } },
      { ...OWN, base: 'reads', measure: 'staleness', sweep: { parameter: 'reads', values: [0, 3] }, trials: 5 },
    ];
    for (const one of changed) {
      expect(readExperiment(labAddress(one), presetOf(one.id) as Experiment)).toEqual({ ok: true, value: one });
    }
    expect(labAddress(changed[0])).toBe('#lab=figure-16&servers=7&latency=2.5&trials=30&seed=9');
  });

  it('may add ranges to Figure 16', () => {
    const read = readExperiment('#lab=figure-16&ranges=100-130,150-160', FIGURE_16);
    expect(read.ok && linesOf(read.value).slice(-2)).toMatchObject([
      { variant: { id: '100-130' }, settings: { electionMin: 100, electionMax: 130 } },
      { variant: { id: '150-160' } },
    ]);
    expect(read.ok && labAddress(read.value)).toBe('#lab=figure-16&ranges=100-130,150-160');
  });

  it('is refused when it says what cannot be, and nothing throws', () => {
    const bad = [
      'servers=12',
      'servers=',
      'servers=x',
      'trials=0',
      'trials=1e9',
      'seed=-1',
      'nothing=3',
      'ranges=150-150',
      'ranges=200-100',
      'ranges=a',
      'base=nowhere',
      'sweep=loss:1',
      'measure=recovery',
      `seed=${'9'.repeat(5000)}`,
      '%E0%A4%A=1',
    ];
    for (const fields of bad) expect(readExperiment(`#lab=figure-16&${fields}`, FIGURE_16).ok, fields).toBe(false);
    for (const fields of ['base=nowhere', 'measure=nothing', 'sweep=loss', 'sweep=loss:1,x', 'sweep=loss:61']) {
      expect(readExperiment(`#lab=own&${fields}`, OWN).ok, fields).toBe(false);
    }
  });
});
