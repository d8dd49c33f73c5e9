import { describe, expect, it } from 'vitest';
import { findViolations, PROPERTY_IDS, type PropertyId, type Violation, type WitnessStep } from '../invariants';
import { chaosRun, wideChaosRun } from '../lab';
import { defaultOptions, EMPTY_LOG, entryAt, RULE_IDS, type RuleId, type RuleSwitch, termAt } from '../raft';
import { FIGURE_8, findScenario, type Scenario } from '../scenarios';
import { type Run, SECOND, simulate, type Transition } from '../sim';

const LENGTH = 20 * SECOND;

const chaosWithout = (seed: number, rule: RuleSwitch, servers = 5): Run =>
  chaosRun(seed, servers, LENGTH, { ...defaultOptions(), off: [rule] });

/** The first run of many that breaks the property, or null. */
function findBreach(property: PropertyId, rule: RuleSwitch, servers = 5): Run | null {
  for (let seed = 0; seed < 40; seed++) {
    const run = chaosWithout(seed, rule, servers);
    if (findViolations(run, LENGTH, 40).some((violation) => violation.property === property)) return run;
  }
  return null;
}

function findBroken(run: Run, property: PropertyId): Violation {
  return findViolations(run, LENGTH, 40).find((violation) => violation.property === property) as Violation;
}

/** For each property, a fault in the protocol by which it breaks. */
const PLANTED: Record<PropertyId, RuleSwitch> = {
  electionSafety: 'voteTwice',
  leaderAppendOnly: 'acceptStaleLeader',
  logMatching: 'noConsistencyCheck',
  leaderCompleteness: 'noElectionRestriction',
  stateMachineSafety: 'noConsistencyCheck',
  linearizability: 'noElectionRestriction',
};

describe('the safety properties of Figure 3', () => {
  it.each(PROPERTY_IDS)('%s: a planted fault is caught, and without the fault the same run is safe', (property) => {
    const run = findBreach(property, PLANTED[property]);
    expect(run).not.toBeNull();
    if (run === null) return;
    const mended = { ...run, config: { ...run.config, options: { ...run.config.options, off: [] } } };
    expect(findViolations(mended, LENGTH)).toEqual([]);
  });

  it('a majority that is only half of the servers makes two leaders of one term', () => {
    expect(findBreach('electionSafety', 'quorumHalf', 4)).not.toBeNull();
  });

  it('hold in runs full of trouble, with 3 to 9 servers', () => {
    for (let seed = 100; seed < 114; seed++) {
      const servers = 3 + (seed % 7);
      expect(findViolations(chaosRun(seed, servers, LENGTH), LENGTH)).toEqual([]);
    }
  });

  it('hold with every option of the protocol', () => {
    for (let n = 0; n < 8; n++) {
      const options = {
        ...defaultOptions(),
        noop: (n & 1) === 0,
        conflictHint: (n & 2) !== 0,
        pipeline: (n & 4) !== 0,
      };
      expect(findViolations(chaosRun(200 + n, 5, LENGTH, { ...options, batchMax: 1 + n }), LENGTH)).toEqual([]);
    }
  });

  it('hold while members change, snapshots are taken, leaders hand over and reads go every way', () => {
    for (let seed = 300; seed < 324; seed++) {
      expect(findViolations(wideChaosRun(seed, 3 + (seed % 5), LENGTH), LENGTH)).toEqual([]);
    }
  });

  it('and in such runs nearly every rule fires', () => {
    const fired = new Set<RuleId>();
    for (let seed = 1; seed < 100; seed++) {
      simulate(wideChaosRun(seed, 3 + (seed % 4), LENGTH), LENGTH, ({ rules }) => {
        for (const rule of rules) fired.add(rule);
      });
    }
    // A newcomer that is slow for ten rounds needs a slower network than these have.
    expect(RULE_IDS.filter((id) => !fired.has(id))).toEqual(['giveUpCatchUp']);
  });

  it('a violation names the servers, the time and the transition', () => {
    const run = findBreach('electionSafety', 'voteTwice');
    const violation = findBroken(run as Run, 'electionSafety');
    expect(violation.servers).toHaveLength(2);
    expect(violation.at).toBeGreaterThan(0);
    expect(violation.seq).toBeGreaterThan(0);
    expect(violation.text).toMatch(/^S\d and S\d both led term \d+$/);
  });

  it.each<[PropertyId, string]>([
    ['electionSafety', 'voted voted elected elected'],
    ['leaderAppendOnly', 'overwrote'],
    ['logMatching', 'appended appendedOther'],
    ['leaderCompleteness', 'committed electedWithout'],
    ['stateMachineSafety', 'applied appliedOther'],
    ['linearizability', 'asked answered'],
  ])('%s: a few transitions prove that it is broken, the last of them breaks it', (property, roles) => {
    const run = findBreach(property, PLANTED[property]) as Run;
    const violation = findBroken(run, property);
    const { witness } = violation;
    const found = witness.map(({ role }) => role).filter((role) => role !== 'answeredBefore');
    // Two votes of a server may come after the first of the two was elected.
    expect(found.sort()).toEqual(roles.split(' ').sort());
    expect(witness.at(-1)).toMatchObject({ at: violation.at, seq: violation.seq });
    const transitions = transitionsOf(run, violation.at);
    for (const step of witness) {
      const transition = transitions[step.seq - 1];
      expect(transition.at).toBe(step.at);
      expect(proves(step, transition)).toBe(true);
    }
  });

  it('Figure 8 with the rule of §5.4.2 off breaks two of them, in the order of the figure', () => {
    const safe = findScenario('figure-8') as Scenario;
    const unsafe = findScenario('figure-8-unsafe') as Scenario;
    const [first, second] = findViolations(unsafe.run, FIGURE_8.d, 2);
    expect([first.property, first.servers]).toEqual(['leaderCompleteness', [1, 5]]);
    expect([second.property, second.servers]).toEqual(['stateMachineSafety', [1, 5]]);
    expect(second.at).toBeGreaterThan(first.at);
    expect(findViolations(safe.run, FIGURE_8.d)).toEqual([]);
  });
});

function transitionsOf(run: Run, until: number): Transition[] {
  const transitions: Transition[] = [];
  simulate(run, until, (transition) => transitions.push(transition));
  return transitions;
}

/** Whether a transition is what a witness says it is. */
function proves(step: WitnessStep, { server, before, after, events }: Transition): boolean {
  if (step.client === null && (server !== step.server || before === null || after === null)) return false;
  const log = after?.log ?? EMPTY_LOG;
  switch (step.role) {
    case 'voted':
      return after?.votedFor === step.other && after?.currentTerm === step.term;
    case 'elected':
    case 'electedWithout':
      return before?.role !== 'leader' && after?.role === 'leader' && after.currentTerm === step.term;
    case 'committed':
      return after?.commitIndex === step.index && termAt(log, step.index) === step.entryTerm;
    case 'overwrote':
      return before?.log.index === step.index && entryAt(log, step.index) !== before.log;
    case 'appended':
    case 'appendedOther':
      return termAt(log, step.index) === step.entryTerm && entryAt(before?.log ?? EMPTY_LOG, step.index) !== log;
    case 'applied':
    case 'appliedOther':
      return events.some((event) => event.type === 'apply' && event.entry.index === step.index);
    case 'asked':
      return events.some((event) => event.type === 'invoke' && event.client === step.client);
    case 'answered':
    case 'answeredBefore':
      return events.some((event) => event.type === 'return' && event.value === step.value);
  }
}
