/** What theory says about the answers, against what the simulator says. */
import { describe, expect, it } from 'vitest';
import { CHALLENGES, findChallenge, pose, type Situation, VARIANTS_MAX } from '.';
import type { Choice } from './challenge';
import { Dice } from './dice';
import { at, timers } from './watch';

const VARIANTS = Array.from({ length: 20 }, (_, i) => i + 1);

async function situations(id: string): Promise<Situation[]> {
  const challenge = await findChallenge(id)?.load();
  if (challenge === undefined) throw new Error(`there is no challenge ${id}`);
  return VARIANTS.map((variant) => pose(challenge, variant));
}

const right = ({ parts }: Situation, id: string): Choice[] => {
  const part = parts.find((one) => one.id === id);
  return part?.answer.map((place) => part.choices[place]) ?? [];
};
const word = (situation: Situation, id: string) => right(situation, id).map((choice) => 'id' in choice && choice.id);
const number = (situation: Situation, id: string) =>
  right(situation, id).map((choice) => 'value' in choice && choice.value);

describe('answers are as theory says', () => {
  it('first candidate: the timer with the least left', async () => {
    for (const situation of await situations('first-candidate')) {
      expect(word(situation, 'first')).toEqual([timers(at(situation.run, situation.moment))[0].id]);
    }
  });

  it('four or five: less than half of the servers', async () => {
    for (const situation of await situations('four-or-five')) {
      const { servers } = situation.run.config;
      expect(number(situation, 'crashes')).toEqual([Math.ceil(servers / 2) - 1]);
    }
  });

  it('whose answer commits: that of the quickest that makes a majority with the others and the leader', async () => {
    for (const situation of await situations('whose-answer')) {
      const { notes, run } = situation;
      if (notes?.type !== 'roundTrips') throw new Error('no round trips are shown');
      const trips = notes.values.flatMap((value, i) => (value === null ? [] : [{ id: i + 1, value }]));
      const [...sorted] = trips.sort((a, b) => a.value - b.value);
      expect(word(situation, 'server')).toEqual([sorted[Math.floor(run.config.servers / 2) - 1].id]);
    }
  });

  it('the short log: one vote from each server that lacks the entry as well', async () => {
    for (const situation of await situations('short-log')) {
      const still = at(situation.run, situation.moment);
      const lacking = still.ids.filter((id) => still.log(id).length < 3 && !still.crashed.includes(id));
      expect(number(situation, 'votes')).toEqual([lacking.length]);
    }
  });

  it('Figure 8: copies of an old entry count only where the rule is off', async () => {
    for (const situation of await situations('figure-8')) {
      const isOff = situation.run.config.options.off.length > 0;
      expect(word(situation, 'committed')).toEqual([isOff ? 'yes' : 'no']);
      expect(word(situation, 'survives')).toEqual([situation.ask === 'committed' ? 'yes' : 'no']);
    }
  });

  it('a server has at most one vote, and keeps it, so that a term has one leader where votes are on disk', async () => {
    for (const situation of await situations('forgotten-vote')) {
      const [leaders] = number(situation, 'leaders');
      if (situation.ask === 'on') expect(leaders).toBe(1);
      else expect(leaders).toBe(situation.outcome === 'two' ? 2 : 1);
    }
  });

  it('a deposed leader commits only what its successor holds', async () => {
    for (const situation of await situations('deposed-leader')) {
      if (word(situation, 'commits')[0] === 'yes') expect(word(situation, 'holds')).toEqual(['yes']);
    }
  });

  it('healing takes what was never committed, and nothing else', async () => {
    for (const situation of await situations('healing')) {
      const gone = right(situation, 'gone').map((choice) => 'text' in choice && choice.text);
      expect(gone).not.toContain('x←1');
      expect(gone.every((text) => String(text).startsWith('x'))).toBe(true);
      expect(gone.length).toBeGreaterThan(0);
    }
  });

  it('two sides commit at once only where the members change in one step', async () => {
    for (const situation of await situations('joint-majority')) {
      expect(right(situation, 'commit')).toHaveLength(situation.ask === 'jump' ? 2 : 1);
    }
  });

  it('whoever is said to lead beside an old leader does', async () => {
    for (const situation of await situations('stale-read')) {
      const { facts, run, moment, ask = '' } = situation;
      const fact = facts.next;
      const { leaders } = at(run, moment);
      if (ask.endsWith('Early')) expect(leaders).toHaveLength(1);
      else expect(typeof fact === 'object' && 'servers' in fact && leaders.includes(fact.servers[0])).toBe(true);
    }
  });

  it('with PreVote nobody is disturbed, and without it a new term comes', async () => {
    for (const id of ['rocket-term', 'half-deaf']) {
      for (const { run, play } of await situations(id)) {
        const grows = at(run, play.until).term > 1;
        expect(grows, id).toBe(!run.config.options.preVote);
      }
    }
  });

  it('a term, a vote and a log survive, and nothing else', async () => {
    for (const situation of await situations('everybody-off')) {
      expect(word(situation, 'kept')).toEqual(['term', 'vote', 'log']);
      expect(word(situation, 'apply')).toEqual(['ownEntry']);
    }
  });
});

it('a variant is the same each time it is asked for', async () => {
  for (const { id, load } of CHALLENGES.slice(0, 4)) {
    const challenge = await load();
    const fresh = { ...challenge, id: challenge.id };
    expect(pose(fresh, 3), id).toBe(pose(challenge, 3));
    expect(challenge.draw(new Dice(5, 1))).toEqual(challenge.draw(new Dice(5, 1)));
  }
});

it('all variants have their answers, and wrong ones can be given', async () => {
  for (const { id, load } of CHALLENGES) {
    const challenge = await load();
    for (let variant = 1; variant <= VARIANTS_MAX; variant++) {
      for (const { form, choices, answer } of pose(challenge, variant).parts) {
        expect(answer.length, `${id}.${variant}`).toBeLessThanOrEqual(form === 'one' ? 1 : choices.length);
        expect(answer.length, `${id}.${variant}`).toBeGreaterThanOrEqual(form === 'one' ? 1 : 0);
        expect(answer.every((place) => place < choices.length)).toBe(true);
        expect(choices.length, `${id}.${variant}`).toBeGreaterThan(1);
      }
    }
  }
}, 120_000);

it('a challenge that finds no fair situation says so', () => {
  const hopeless = { id: 'hopeless', logs: false, client: false, draw: () => null };
  expect(() => pose(hopeless, 1)).toThrow('hopeless.1');
});
