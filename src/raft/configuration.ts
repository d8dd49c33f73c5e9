/** Who decides: configurations and their majorities (§6, D§4). */

/** Servers are numbered from 1; S3 is 3. */
export type ServerId = number;

/** The servers whose majority decides. Clients and spare servers are in none. */
export interface Configuration {
  readonly voters: readonly ServerId[];
  /**
   * While two configurations are joint (Cold,new of §6), `voters` are those of Cold and these are those of Cnew: every
   * decision needs a majority of both. Otherwise null.
   */
  readonly next: readonly ServerId[] | null;
}

/** What a server knows that no log has reached yet: nobody votes. */
export const NOBODY: Configuration = { voters: [], next: null };

export function configurationOf(voters: readonly ServerId[]): Configuration {
  return { voters, next: null };
}

/** How many of the voters make a majority: all of them count, not only those alive (§5.2). */
export function majority({ voters }: Configuration): number {
  return Math.floor(voters.length / 2) + 1;
}

/** All servers of a configuration, those of both halves of a joint one, in ascending order. */
export function membersOf({ voters, next }: Configuration): readonly ServerId[] {
  if (next === null) return voters;
  return [...new Set([...voters, ...next])].sort((a, b) => a - b);
}

export function isMember({ voters, next }: Configuration, id: ServerId): boolean {
  return voters.includes(id) || next?.includes(id) === true;
}

/** Whether two configurations name the same servers, one way or joint. */
export function isSame(one: Configuration, other: Configuration): boolean {
  const sameServers = (a: readonly ServerId[] | null, b: readonly ServerId[] | null) => String(a) === String(b);
  return sameServers(one.voters, other.voters) && sameServers(one.next, other.next);
}

/**
 * Whether these servers are a majority of the configuration; of both halves of a joint one (§6).
 *
 * @param half takes half of the voters for a majority: a planted fault
 */
export function isQuorum({ voters, next }: Configuration, servers: readonly ServerId[], half = false): boolean {
  return isMajority(voters, servers, half) && (next === null || isMajority(next, servers, half));
}

function isMajority(voters: readonly ServerId[], servers: readonly ServerId[], half: boolean): boolean {
  let count = 0;
  for (const voter of voters) if (servers.includes(voter)) count++;
  return count >= needed(voters, half) && voters.length > 0;
}

/**
 * The greatest value that a majority of the configuration reaches: with matchIndex as `values`, the index up to which
 * a majority stores the log. The smaller of both halves' in a joint configuration. 0 without voters.
 */
export function reachedByQuorum({ voters, next }: Configuration, values: readonly number[], half = false): number {
  const reached = reachedByMajority(voters, values, half);
  return next === null ? reached : Math.min(reached, reachedByMajority(next, values, half));
}

function reachedByMajority(voters: readonly ServerId[], values: readonly number[], half: boolean): number {
  const most = needed(voters, half);
  let best = 0;
  for (const candidate of voters) {
    const value = values[candidate];
    if (value <= best) continue;
    let reaching = 0;
    for (const voter of voters) if (values[voter] >= value) reaching++;
    if (reaching >= most) best = value;
  }
  return best;
}

const needed = (voters: readonly ServerId[], half: boolean): number =>
  half ? Math.ceil(voters.length / 2) : Math.floor(voters.length / 2) + 1;
