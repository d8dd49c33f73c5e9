/** Configurations: who votes (§6, D§4). */
import { isObject } from './lines';

export interface Config {
  readonly voters: readonly string[];
  /** While two configurations are joint: the new one, whose majority is needed as well; `voters` is the old one. */
  readonly next: readonly string[] | null;
}

/** What a trace writes for a configuration: ["S1", …] or {"old": […], "new": […]}; null: something else. */
export function configOf(value: unknown): Config | null {
  if (Array.isArray(value)) return { voters: value.map(String).sort(), next: null };
  if (!isObject(value) || !Array.isArray(value.old) || !Array.isArray(value.new)) return null;
  return { voters: value.old.map(String).sort(), next: value.new.map(String).sort() };
}

/** The configuration in a command, given as canonical JSON; null: the command holds none. */
export function configIn(cmd: string): Config | null {
  return cmd.startsWith('{"cfg":') ? configOf(JSON.parse(cmd).cfg) : null;
}

export function isMember({ voters, next }: Config, id: string): boolean {
  return voters.includes(id) || next?.includes(id) === true;
}

/** Whether those that `has` names are a majority; of both halves while two configurations are joint. */
export function isQuorum({ voters, next }: Config, has: (id: string) => boolean): boolean {
  return isMajority(voters, has) && (next === null || isMajority(next, has));
}

/** The greatest value that a quorum reaches; -Infinity for those of which nothing is known. */
export function reachedByQuorum(config: Config, read: (id: string) => number): number {
  const values = [...config.voters, ...(config.next ?? [])].map(read).sort((a, b) => b - a);
  return values.find((value) => isQuorum(config, (id) => read(id) >= value)) ?? Number.NEGATIVE_INFINITY;
}

export function sameServers(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === other.join();
}

export function sameConfig(one: Config, other: Config): boolean {
  return sameServers(one.voters, other.voters) && (one.next ?? []).join() === (other.next ?? []).join();
}

export function nameOf({ voters, next }: Config): string {
  return next === null ? `{${voters.join(' ')}}` : `{${voters.join(' ')}} and {${next.join(' ')}}`;
}

const isMajority = (voters: readonly string[], has: (id: string) => boolean): boolean =>
  2 * voters.filter(has).length > voters.length;
