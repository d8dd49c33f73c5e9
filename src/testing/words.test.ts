/** Words and world fit together: every rule, event, refusal and action has its words in both languages. */
import { expect, describe as group, test } from 'vitest';
import { type AllTexts, createTexts, LANGUAGES, wordsOf } from '../i18n';
import { PROPERTY_IDS } from '../invariants';
import { RULE_IDS, RULES, type RuleId } from '../raft';
import { SCENARIOS } from '../scenarios';
import {
  type Action,
  type ActionType,
  createRun,
  defaultConfig,
  MILLISECOND,
  type Run,
  record,
  simulate,
  type Transition,
} from '../sim';
import { GROUPS, labelOf, type NoticeContent, REFUSAL_REASONS, REGISTRY } from '../store';
import {
  clusterAt,
  createTrace,
  describe,
  type Explanation,
  explain,
  factsOf,
  frameAt,
  headline,
  SILENCE,
  summarise,
  type Trace,
  topicOf,
  transitionsBetween,
} from '../trace';
import { expectGolden } from './golden';
import { WORD_RUNS } from './word-runs';

const MS = MILLISECOND;
const languages = LANGUAGES.map((language) => [language, createTexts(language)] as const);

/** Ideographs and the punctuation between them. */
const CHINESE = /[\u3400-\u9fff]/;
const isClean = (sentence: string): boolean =>
  sentence.length > 0 && !/undefined|NaN|Infinity|null|S0\b|\[object/.test(sentence);

/** A run in which much of what can happen does: elections, partitions, crashes, writes on both sides, healing. */
function eventfulRun(): Run {
  let run = createRun(4127, { ...defaultConfig(5), clients: { ...defaultConfig(5).clients, interval: 90 * MS } });
  const actions: [number, Action][] = [
    [420, { type: 'partition', groups: [[1, 2]] }],
    [700, { type: 'crash', server: 3 }],
    [900, { type: 'restart', server: 3 }],
    [1100, { type: 'heal' }],
    [1300, { type: 'pause', server: 4 }],
    [1500, { type: 'resume', server: 4 }],
    [1600, { type: 'isolate', server: 5 }],
    [1700, { type: 'expireTimer', server: 5 }],
    [1900, { type: 'rejoin', server: 5 }],
    [2000, { type: 'cut', from: 1, to: 2 }],
    [2050, { type: 'hold', from: 2, to: 3 }],
    [2100, { type: 'release', from: 2, to: 3 }],
    [2150, { type: 'repair', from: 1, to: 2 }],
  ];
  for (const [at, action] of actions) run = record(run, at * MS, action);
  return run;
}

const eventful = createTrace(eventfulRun());
const transitions = transitionsBetween(eventful, 0, 2500 * MS);

function print(texts: AllTexts, { at, topic, facts, section, steps }: Explanation): string[] {
  const words = wordsOf(texts, topic);
  return [
    `${(at / 1000).toFixed(3)} ${words.question(facts)}`,
    `  ${words.why(facts)}`,
    ...(section === null ? [] : [`  ${texts.citation(section)}`]),
    ...steps.map((step) => `  - ${(step.at / 1000).toFixed(3)} ${wordsOf(texts, step.topic).step(step.facts)}`),
  ];
}

const beyond = WORD_RUNS.map(({ name, run, until }) => ({ name, trace: createTrace(run), until: until * MS }));

const scenes = [
  { trace: eventful, until: 2500 * MS },
  ...beyond,
  ...SCENARIOS.map(({ run, until }) => ({ trace: createTrace(run), until })),
].map(({ trace, until }) => [trace, transitionsBetween(trace, 0, until)] as const);

function firstFiring(id: RuleId): [Trace, Transition] {
  for (const [trace, all] of scenes) {
    const found = all.find(({ rules }) => rules.includes(id));
    if (found !== undefined) return [trace, found];
  }
  throw new Error(`No scenario shows ${id}.`);
}

/** The headlines of a stretch of time, each once. */
function headlines(trace: Trace, until: number): Explanation[] {
  const found = new Map<number, Explanation>();
  for (let time = 0; time <= until; time += 10 * MS) {
    const transition = headline(transitionsBetween(trace, time - 500 * MS, time));
    if (transition !== null) found.set(transition.seq, explain(trace, transition));
  }
  return [...found.values()];
}

/** What is said aloud during a stretch of time, at most every 75 ms. */
function announcements(texts: AllTexts, trace: Trace, until: number): string[] {
  const lines: string[] = [];
  for (let time = 0; time < until; time += 75 * MS) {
    const announcement = summarise(SILENCE, transitionsBetween(trace, time, time + 75 * MS));
    if (announcement !== SILENCE) lines.push(`${time / MS} ms ${texts.announce(announcement)}`);
  }
  return lines;
}

group.each(languages)('%s', (language, texts) => {
  const isInLanguage = (sentence: string) => isClean(sentence) && (language === 'en') !== CHINESE.test(sentence);

  test('headlines of an eventful run read like this', () => {
    expectGolden(
      `words/headlines-${language}`,
      headlines(eventful, 2500 * MS)
        .flatMap((e) => print(texts, e))
        .join('\n'),
    );
  });

  test('descriptions of an eventful run read like this', () => {
    const lines = [0, 230, 600, 800, 1250, 1400, 1750, 2080].flatMap((at) => [
      `${at} ms`,
      ...describe(frameAt(eventful, at * MS), texts.describe).map((sentence) => `  ${sentence}`),
    ]);
    expectGolden(`words/descriptions-${language}`, lines.join('\n'));
  });

  test('every rule, where it first fires, reads like this', () => {
    const lines = RULE_IDS.map((id) => {
      const [trace, transition] = firstFiring(id);
      const facts = factsOf(transition, id, clusterAt(trace, transition.at));
      const { question, why, step, neutral } = texts.rules[id];
      return `${id}\n  ${question(facts)}\n  ${why(facts)}\n  ${step(facts)}\n  ${neutral}`;
    });
    for (const line of lines) expect(line).toSatisfy(isInLanguage);
    expectGolden(`words/rules-${language}`, lines.join('\n'));
  });

  test('announcements of an eventful run read like this', () => {
    expectGolden(`words/announcements-${language}`, announcements(texts, eventful, 2500 * MS).join('\n'));
  });

  test('runs beyond Figure 2 read like this', () => {
    const lines = beyond.flatMap(({ name, trace, until }) => [
      `== ${name}`,
      ...headlines(trace, until).flatMap((e) => print(texts, e)),
    ]);
    for (const line of lines) expect(line).toSatisfy(isClean);
    expectGolden(`words/beyond-${language}`, lines.join('\n'));
  });

  test('descriptions and announcements of runs beyond Figure 2 read like this', () => {
    const lines = beyond.flatMap(({ name, trace, until }) => [
      `== ${name}`,
      ...[0.2, 0.35, 0.8]
        .map((part) => Math.round((until / MS) * part))
        .flatMap((at) => [
          `${at} ms`,
          ...describe(frameAt(trace, at * MS), texts.describe).map((sentence) => `  ${sentence}`),
        ]),
      ...announcements(texts, trace, until),
    ]);
    for (const line of lines) expect(line).toSatisfy(isClean);
    expectGolden(`words/told-${language}`, lines.join('\n'));
  });

  test('whatever fires, wherever it fires, has clean words', () => {
    for (const { trace, until } of beyond) {
      for (const transition of transitionsBetween(trace, 0, until)) {
        const cluster = clusterAt(trace, transition.at);
        for (const topic of [...transition.rules, topicOf(transition)]) {
          const words = wordsOf(texts, topic);
          const facts = factsOf(transition, topic, cluster, trace.run);
          for (const say of [words.question, words.why, words.step]) expect(say(facts)).toSatisfy(isInLanguage);
        }
      }
    }
  });

  test('a server that was added is told', () => {
    const run = record(createRun(1, defaultConfig(3)), 10 * MS, { type: 'addServer' });
    const { why, step } = texts.events.addServer;
    const told: Transition[] = [];
    const cluster = simulate(run, 10 * MS, (transition) => told.push(transition));
    const facts = factsOf(told[0], topicOf(told[0]), cluster, run);
    for (const say of [why, step]) expect(say(facts)).toContain('S4');
  });

  test('every transition can be explained', () => {
    for (const transition of transitions) {
      const explanation = explain(eventful, transition);
      for (const line of print(texts, explanation)) expect(line).toSatisfy(isClean);
      expect(explanation.steps.at(-1)?.seq).toBe(transition.seq);
      expect(explanation.steps.map(({ at }) => at)).toEqual(
        explanation.steps.map(({ at }) => at).sort((a, b) => a - b),
      );
    }
  });

  test('every rule has its words', () => {
    expect(Object.keys(texts.rules).sort()).toEqual([...RULE_IDS].sort());
    for (const id of RULE_IDS) {
      expect(texts.rules[id].neutral).toSatisfy(isInLanguage);
      expect(texts.citation(RULES[id].section)).toSatisfy(language === 'en' ? isInLanguage : isClean);
    }
  });

  test('every refusal has its sentence', () => {
    for (const reason of REFUSAL_REASONS) {
      expect(texts.refusals[reason]({ server: 2, from: 1, to: 3, client: 1 })).toSatisfy(isInLanguage);
    }
  });

  test('every action has its label and hint, every group its name', () => {
    expect(Object.keys(texts.actions).sort()).toEqual(REGISTRY.map(({ id }) => id).sort());
    for (const entry of REGISTRY) {
      expect(labelOf(entry, texts.actions)).toSatisfy(isInLanguage);
      expect(texts.hints[entry.id]).toSatisfy(isInLanguage);
      expect(texts.actions[entry.id].states !== undefined).toBe(entry.state !== undefined);
      for (const key of entry.keys) expect(texts.keyName(key)).toSatisfy(isClean);
    }
    for (const name of GROUPS) expect(texts.groups[name]).toSatisfy(isInLanguage);
  });

  test('labels are told apart', () => {
    const labels = REGISTRY.map((entry) => labelOf(entry, texts.actions));
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('every notice has its sentence', () => {
    const contents: Exclude<
      NoticeContent,
      { type: 'refused' | 'broken' | 'stopped' | 'notRecorded' | 'recordingEnds' }
    >[] = [
      { type: 'branchKept', branch: 1, name: 'A' },
      { type: 'branchOpened', branch: 1, name: 'A' },
      { type: 'undone', at: 1_044_000 },
      { type: 'nothingToUndo' },
      { type: 'noMoment', direction: -1 },
      { type: 'noMoment', direction: 1 },
      { type: 'noEvent' },
      { type: 'noServer' },
      { type: 'noStep' },
      { type: 'branchMade', branch: 1, name: 'A' },
      { type: 'branchDeleted', name: 'A' },
      { type: 'offerPlay' },
      ...(['link', 'time', 'servers', 'seed', 'scenario'] as const).map(
        (part) => ({ type: 'badLink', part, error: null }) as const,
      ),
      ...(['tooLong', 'notALink', 'damaged', 'newer', 'notJson', 'invalid'] as const).map(
        (code) => ({ type: 'badLink', part: 'run', error: { code, detail: 'seed must be an integer.' } }) as const,
      ),
    ];
    for (const content of contents) {
      const say = texts.notices[content.type] as (facts: typeof content) => string;
      expect(say(content)).toSatisfy(isInLanguage);
    }
  });

  test('every safety property, and every part of a proof, has its words', () => {
    const { properties, checked, broken, proof } = texts.safety;
    const counts = { elections: 1, leaders: 2, leaderEntries: 3, entries: 4, commits: 5, applied: 6 };
    const facts = { server: 1, other: 2, client: 3, term: 4, index: 5, entryTerm: 3, isRead: true, value: null };
    for (const id of PROPERTY_IDS) {
      expect(properties[id].statement).toSatisfy(isInLanguage);
      expect(texts.citation(properties[id].section)).toSatisfy(isClean);
      expect(checked[id]({ ...counts, operations: 7, answers: 1 })).toSatisfy(isInLanguage);
      expect(broken[id]({ ...facts, operation: 'x?' }, [1, 2])).toSatisfy(isInLanguage);
    }
    for (const say of Object.values(proof)) {
      for (const isRead of [true, false]) {
        expect(say({ ...facts, isRead, operation: isRead ? 'x?' : 'x←7' })).toSatisfy(isInLanguage);
      }
    }
  });
});

test('every kind of action can be reached from the registry', () => {
  // What is done in another group is recorded by the store, around an action of these kinds.
  const types: Record<Exclude<ActionType, 'inGroup'>, true> = {
    crash: true,
    restart: true,
    pause: true,
    resume: true,
    expireTimer: true,
    setClock: true,
    setDisk: true,
    partition: true,
    isolate: true,
    rejoin: true,
    cut: true,
    repair: true,
    heal: true,
    hold: true,
    release: true,
    setNetwork: true,
    setLink: true,
    drop: true,
    duplicate: true,
    deliver: true,
    clientRequest: true,
    setClients: true,
    setTiming: true,
    setOptions: true,
    crashClient: true,
    restartClient: true,
    addServer: true,
    changeMembers: true,
    transfer: true,
    compact: true,
  };
  const reached = new Set(REGISTRY.flatMap(({ acts }) => acts));
  expect([...reached].sort()).toEqual(Object.keys(types).sort());
});

test('an eventful run is about many topics', () => {
  expect(new Set(transitions.map(topicOf)).size).toBeGreaterThan(25);
});
