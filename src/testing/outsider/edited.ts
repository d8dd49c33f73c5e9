/** Traces for tests of the checker: exported ones, and exported ones in which a line was changed by hand. */
import { wideChaosRun } from '../../lab';
import { SCENARIOS } from '../../scenarios';
import { type Run, SECOND } from '../../sim';
import { exportTrace } from '../../trace';
import { checkTrace, type Violation } from '../trace-checker';

export type Line = Record<string, unknown> & { state?: Record<string, unknown>; msg?: Record<string, unknown> };
export type Change = (line: Line) => object[];
export type Fits = (line: Line, at: number, lines: readonly Line[]) => boolean;

export function traceOf(run: Run, length: number): string[] {
  const lines: string[] = [];
  exportTrace(run, length, (line) => lines.push(line));
  return lines;
}

/** The trace of a scenario, as objects. */
export function scenarioTrace(id: string): Line[] {
  const scenario = SCENARIOS.find((other) => other.id === id);
  if (scenario === undefined) throw new Error(`no scenario ${id}`);
  return parsed(traceOf(scenario.run, scenario.until));
}

export const parsed = (lines: readonly string[]): Line[] => lines.map((line) => JSON.parse(line) as Line);

export function judged(lines: readonly object[], most?: number): Violation[] {
  return checkTrace(lines.map((line) => JSON.stringify(line)).join('\n'), most);
}

export const rulesOf = (lines: readonly object[]): Set<string> => new Set(judged(lines, 1000).map(({ rule }) => rule));

/** The lines with some more, fewer or others in place of the first one that fits. */
export function edited(lines: readonly Line[], fits: Fits, change: Change): object[] {
  const at = lines.findIndex(fits);
  if (at < 0) throw new Error('no line fits');
  return [...lines.slice(0, at), ...change(structuredClone(lines[at])), ...lines.slice(at + 1)];
}

export const isSent = ({ kind, msg }: Line, type: string): boolean => kind === 'send' && msg?.type === type;

/** Whether the line delivers a message of this type. */
export function isReceipt({ kind, id }: Line, type: string, lines: readonly Line[]): boolean {
  return kind === 'recv' && lines.some((line) => line.msg?.id === id && isSent(line, type));
}

export const withState =
  (state: object): Change =>
  (line) => [{ ...line, state: { ...line.state, ...state } }];
export const withMessage =
  (change: (msg: Record<string, unknown>) => object): Change =>
  (line) => [{ ...line, msg: { ...line.msg, ...change(line.msg ?? {}) } }];

export type Case = [fault: string, rule: string, lines: readonly Line[], fits: Fits, change: Change];

export const NINE = Array.from({ length: 9 }, (_, i) => `S${i + 1}`);

export const isHeader: Fits = (_, at) => at === 0;
export const without: Change = () => [];
export const header =
  (fields: object): Change =>
  (line) => [{ ...line, ...fields }];

/** A run with PreVote, sticky leaders, CheckQuorum, snapshots and changes of members. */
export const wideTrace = (): Line[] => parsed(traceOf(wideChaosRun(77, 5, 6 * SECOND), 6 * SECOND));
