/** On what playback is to stop, and why it stopped. */
import { formatInstant } from '../format';
import { common } from './common';

const { server, client, role, message } = common;

/** Any of the rules; fields that a rule does not have are missing. 0: any server or client. */
export interface StopRule {
  readonly type:
    | 'leader'
    | 'commit'
    | 'truncation'
    | 'violation'
    | 'termAbove'
    | 'role'
    | 'number'
    | 'message'
    | 'client';
  readonly server?: number;
  readonly client?: number;
  readonly term?: number;
  readonly role?: keyof typeof role;
  readonly what?: 'term' | 'commitIndex' | 'logLength';
  readonly comparison?: 'equal' | 'above' | 'atLeast' | 'below' | 'atMost';
  readonly value?: number;
  readonly fate?: 'sent' | 'received' | 'dropped';
  readonly message?: keyof typeof message | 'any';
  readonly outcome?: 'any' | 'ok' | 'fail' | 'unknown';
}

/** What happened. 0 and null: nothing of the kind. */
export interface StopFacts {
  readonly server: number;
  readonly client: number;
  readonly term: number;
  readonly index: number;
  readonly message: keyof typeof message | null;
  readonly from: number;
  readonly to: number;
}

const SIGNS = { equal: '=', above: '>', atLeast: '≥', below: '<', atMost: '≤' };
const NUMBERS = { term: 'term', commitIndex: 'commitIndex', logLength: 'log length' };

const anyServer = (id = 0): string => (id === 0 ? 'any server' : server(id));
const anyClient = (id = 0): string => (id === 0 ? 'any client' : client(id));
const a = (text: string): string => `${/^[aeiouA]/.test(text) ? 'an' : 'a'} ${text}`;
const named = (type: StopRule['message'] = 'any'): string => (type === 'any' ? 'a message' : a(message[type]));

function messageRule({ server: id, fate, message: type }: StopRule): string {
  if (fate === 'dropped')
    return id === 0 ? `${named(type)} is lost` : `${named(type)} from or to ${anyServer(id)} is lost`;
  return `${anyServer(id)} ${fate === 'sent' ? 'sends' : 'receives'} ${named(type)}`;
}

const OUTCOMES = {
  any: 'gets an answer or gives up',
  ok: 'is told that it is done',
  fail: 'is told that it failed',
  unknown: 'gives up',
};

const TOLD = {
  any: 'has its answer',
  ok: 'is told that it is done',
  fail: 'is told that it failed',
  unknown: 'gave up',
};

export const stops = {
  signs: SIGNS,
  numbers: NUMBERS,
  outcomes: OUTCOMES,
  anyServer,
  anyClient,
  message: (type: keyof typeof message | 'any'): string => (type === 'any' ? 'any message' : message[type]),

  /** A rule in words, to follow "Stops when". */
  rule: (rule: StopRule): string => {
    switch (rule.type) {
      case 'leader':
        return 'a server becomes leader';
      case 'commit':
        return 'an entry is committed';
      case 'truncation':
        return 'a log loses entries';
      case 'violation':
        return 'a safety property breaks';
      case 'termAbove':
        return `a term above ${rule.term} begins`;
      case 'role':
        return `${anyServer(rule.server)} becomes ${role[rule.role ?? 'leader']}`;
      case 'number':
        return `${NUMBERS[rule.what ?? 'term']} of ${anyServer(rule.server)} ${SIGNS[rule.comparison ?? 'equal']} ${rule.value}`;
      case 'message':
        return messageRule(rule);
      case 'client':
        return `${anyClient(rule.client)} ${OUTCOMES[rule.outcome ?? 'any']}`;
    }
  },

  /** Why playback stopped. */
  stopped: (rule: StopRule, facts: StopFacts, at: number): string => {
    const say = (text: string) => `Stopped at ${formatInstant(at)}: ${text}.`;
    switch (rule.type) {
      case 'leader':
        return say(`${server(facts.server)} is leader of term ${facts.term}`);
      case 'commit':
        return say(`${server(facts.server)} committed up to entry ${facts.index}`);
      case 'truncation':
        return say(`the log of ${server(facts.server)} lost what it had from entry ${facts.index} on`);
      case 'violation':
        return say('a safety property broke');
      case 'termAbove':
        return say(`${server(facts.server)} began term ${facts.term}`);
      case 'role':
        return say(`${server(facts.server)} is ${role[rule.role ?? 'leader']} in term ${facts.term}`);
      case 'number':
        return say(`${NUMBERS[rule.what ?? 'term']} of ${server(facts.server)} is ${facts.index}`);
      case 'message': {
        const what = named(facts.message ?? 'any');
        if (rule.fate === 'dropped') return say(`${what} from ${server(facts.from)} to ${server(facts.to)} was lost`);
        return rule.fate === 'sent'
          ? say(`${server(facts.from)} sent ${what} to ${server(facts.to)}`)
          : say(`${server(facts.to)} received ${what} from ${server(facts.from)}`);
      }
      case 'client':
        return say(`${client(facts.client)} ${TOLD[rule.outcome ?? 'any']}`);
    }
  },
};
