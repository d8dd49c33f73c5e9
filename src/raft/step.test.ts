import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  faultyOptionsArbitrary,
  isSound,
  oddInputs,
  optionsArbitrary,
  serverArbitrary,
  soundInputs,
} from '../testing/arbitrary-input';
import { allSent, termsOf } from '../testing/vocabulary';
import { majority } from './configuration';
import type { Effects, Input } from './effects';
import { entryAt, termAt } from './log';
import { clone, type Server } from './server';
import { handle, type Step, step } from './step';

/** Plays the inputs and looks at each step, with the server before it. */
function watch(start: Server, inputs: readonly Input[], look: (before: Server, taken: Step, input: Input) => void) {
  let current = start;
  for (const input of inputs) {
    if (!isSound(current, input)) continue;
    const taken = step(current, input);
    look(current, taken, input);
    current = taken.server;
  }
}

function always(look: (before: Server, taken: Step, input: Input) => void, numRuns = 200): void {
  fc.assert(
    fc.property(serverArbitrary(optionsArbitrary), soundInputs, (start, inputs) => watch(start, inputs, look)),
    { numRuns },
  );
}

describe('a step', () => {
  test('never throws, whatever message arrives, whatever rules are off', () => {
    fc.assert(
      fc.property(serverArbitrary(faultyOptionsArbitrary), oddInputs, (start, inputs) => {
        let current = start;
        for (const input of inputs) current = step(current, input).server;
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves the server before it unchanged', () => {
    always((before, taken, input) => {
      const copy = clone(before);
      expect(step(before, input)).toEqual(taken);
      expect(before).toEqual(copy);
    }, 100);
  });

  test('in place does the same', () => {
    always((before, taken, input) => {
      const inPlace = clone(before);
      handle(inPlace, input, NO_EFFECTS);
      expect(inPlace).toEqual(taken.server);
    }, 100);
  });
});

describe('after any inputs', () => {
  test('currentTerm, commitIndex and lastApplied have not gone back', () => {
    always((before, { server: after }) => {
      expect(after.currentTerm).toBeGreaterThanOrEqual(before.currentTerm);
      expect(after.commitIndex).toBeGreaterThanOrEqual(before.commitIndex);
      expect(after.lastApplied).toBeGreaterThanOrEqual(before.lastApplied);
      expect(after.lastApplied).toBeLessThanOrEqual(after.commitIndex);
    });
  });

  test('a vote has been cleared or changed only by a newer term', () => {
    always((before, { server: after }) => {
      if (after.currentTerm === before.currentTerm && before.votedFor !== null) {
        expect(after.votedFor).toBe(before.votedFor);
      }
    });
  });

  test('matchIndex is below nextIndex, and the own match of a leader is its last index', () => {
    always((_, { server: { id, role, log, matchIndex, nextIndex, configuration } }) => {
      expect(matchIndex.length).toBe(role === 'leader' ? configuration.voters.length + 1 : 0);
      if (role !== 'leader') return;
      for (const voter of configuration.voters) expect(matchIndex[voter]).toBeLessThan(nextIndex[voter]);
      expect([matchIndex[id], nextIndex[id]]).toEqual([log.index, log.index + 1]);
    });
  });

  test('matchIndex has not gone back during a leadership', () => {
    always((before, { server: after }) => {
      if (before.role !== 'leader' || after.role !== 'leader') return;
      for (const [id, index] of before.matchIndex.entries()) {
        expect(after.matchIndex[id]).toBeGreaterThanOrEqual(index);
      }
    });
  });

  test('terms never go down along a log, and none is newer than the current term', () => {
    always((_, { server: { log, currentTerm } }) => {
      const terms = termsOf(log);
      expect(terms).toEqual(terms.slice().sort((a, b) => a - b));
      expect(log.term).toBeLessThanOrEqual(currentTerm);
    });
  });

  test('a leader leads until the term ends, and only appends', () => {
    always((before, { server: after, rules }) => {
      if (before.role !== 'leader' || after.currentTerm !== before.currentTerm) return;
      // Unless it is cut off from the majority, which only CheckQuorum notices (D§6.2).
      expect(after.role).toBe(rules.includes('quorumLost') ? 'follower' : 'leader');
      expect(entryAt(after.log, before.log.index)).toBe(before.log);
    });
  });

  test('a candidate has voted for itself, and a leader has the votes of a majority', () => {
    always((_, { server: { id, role, votedFor, votesGranted, configuration, leader } }) => {
      if (role === 'follower' || role === 'precandidate') return;
      expect(votedFor).toBe(id);
      expect(new Set(votesGranted).size).toBe(votesGranted.length);
      if (role === 'leader') {
        expect(leader).toBe(id);
        expect(votesGranted.length).toBeGreaterThanOrEqual(majority(configuration));
      }
    });
  });

  test('what was changed on disk is written before anything is sent', () => {
    always((before, { server: after, effects }) => {
      const isChanged =
        after.currentTerm !== before.currentTerm || after.votedFor !== before.votedFor || after.log !== before.log;
      const compacts = after.snapshot !== before.snapshot;
      const kinds = effects.map(({ type }) => type);
      const speaks = kinds.findIndex((type) => type === 'send' || type === 'respond');
      const writes = kinds.indexOf('persist');
      expect(writes >= 0).toBe(isChanged || compacts);
      if (isChanged && speaks >= 0) expect(writes).toBeLessThan(speaks);
    });
  });

  test('entries are applied one after the other', () => {
    always((before, { server: after, effects }) => {
      const applied = effects.flatMap((effect) => (effect.type === 'apply' ? [effect.entry.index] : []));
      expect(applied).toEqual(applied.map((_, i) => before.lastApplied + 1 + i));
      expect(after.lastApplied).toBe(before.lastApplied + applied.length);
    });
  });

  test('messages carry the own term, go to others, and what they say of the log is true', () => {
    always((_, { server: { id, currentTerm, log, commitIndex }, effects }) => {
      for (const sent of allSent(effects)) {
        expect([sent.from, sent.term]).toEqual([id, currentTerm]);
        expect(sent.to).not.toBe(id);
        if (sent.type === 'RequestVote') expect([sent.lastLogIndex, sent.lastLogTerm]).toEqual([log.index, log.term]);
        if (sent.type !== 'AppendEntries') continue;
        expect(sent.prevLogTerm).toBe(termAt(log, sent.prevLogIndex));
        expect(sent.leaderCommit).toBeLessThanOrEqual(commitIndex);
        for (const [i, entry] of sent.entries.entries()) expect(entry).toBe(entryAt(log, sent.prevLogIndex + 1 + i));
      }
    });
  });
});

const ignore = (): void => {};
const NO_EFFECTS: Effects = {
  persist: ignore,
  send: ignore,
  setTimer: ignore,
  clearTimer: ignore,
  apply: ignore,
  takeSnapshot: ignore,
  restore: ignore,
  respond: ignore,
  rule: ignore,
};
