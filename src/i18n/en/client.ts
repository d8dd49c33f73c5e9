/** What clients asked for and what became of it. */
import { formatLength, formatNumber } from '../format';
import { common } from './common';

const { server } = common;

/** The state of one client operation. A server is 0 and an index is 0 where there is none. */
export interface OperationFacts {
  readonly outcome:
    | 'ok'
    | 'fail'
    | 'read'
    | 'unknown'
    | 'waiting'
    | 'reading'
    | 'stuck'
    | 'answering'
    | 'down'
    | 'asked'
    | 'sent';
  readonly target: number;
  readonly index: number;
  /** What a read answered; null: the key holds nothing. */
  readonly value: string | null;
  /** Virtual microseconds since it began. */
  readonly age: number;
  readonly attempts: number;
}

const outcome = ({ outcome: type, target, index, value, age, attempts }: OperationFacts): string => {
  switch (type) {
    case 'ok':
      return `ok, committed at ${formatNumber(index)} after ${formatLength(age)}`;
    case 'read':
      return `${value === null || value === '' ? 'holds nothing' : `is ${value}`}, read at ${formatNumber(index)} after ${formatLength(age)}`;
    case 'fail':
      return `nothing changed: ${value === null || value === '' ? 'it holds nothing' : `it is ${value}`}, found at ${formatNumber(index)}`;
    case 'unknown':
      return `gave up after ${formatLength(age)}, outcome unknown`;
    case 'waiting':
      return `entry ${formatNumber(index)} waits for a majority to store it`;
    case 'answering':
      return `committed at ${formatNumber(index)}, the answer is on its way`;
    case 'reading':
      return `waits until a majority confirms ${server(target)}`;
    case 'stuck':
      return `no reply; index ${formatNumber(index)} cannot commit`;
    case 'down':
      return `no reply, ${server(target)} is down`;
    case 'asked':
      return `no answer yet, asked ${attempts} times`;
    case 'sent':
      return `on its way to ${server(target)}`;
  }
};

export const client = {
  to: (id: number) => `to ${server(id)}`,
  outcome,
  none: 'No operation yet.',
  noClients: 'This run has no clients.',
  target: 'Server to ask',
  toLeader: 'To the leader',
  toServer: (id: number) => `To ${server(id)}`,
  operation: 'Operation',
  placeholder: 'x ← 8',
  send: 'Send',
  badOperation: 'Write x ← 8 to set, x += 8 to append, x++ to add one, x:1→2 to compare and set, x? to read.',
  more: 'More: other operations, ways to read',
  load: 'Load',
  loads: (interval: number) => (interval === 0 ? 'Only by hand' : `Asks about every ${formatLength(interval)}`),
};
