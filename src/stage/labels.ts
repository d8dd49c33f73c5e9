import { groupLetter, type StageGroups } from './GroupBadges';
import type { ServerModel } from './structure';
import type { StageTexts } from './types';

/** The words beside a server. `null`: the line is commitIndex, which changes too often for React. */
export function labelLines(server: ServerModel, texts: StageTexts): (string | null)[] {
  if (server.status === 'crashed') return [stateOf(server, texts), secondLine(server, texts)];
  return [stateOf(server, texts), secondLine(server, texts), tally(server, texts)];
}

/** What is special about it, else its vote. */
function secondLine({ votedFor, standing, half, handsOverTo }: ServerModel, texts: StageTexts): string {
  if (handsOverTo !== null) return texts.handsOver(handsOverTo);
  if (half !== null) return texts.half[half];
  if (standing === 'leaving' || standing === 'removed') return texts.standing[standing];
  return votedFor === null ? texts.noVote : texts.voted(votedFor);
}

/** How many of each configuration are with it. */
function tally({ ballots, role }: ServerModel, texts: StageTexts): string | null {
  if (ballots === null) return null;
  const counts = ballots.map(({ votes }) => ({
    granted: votes.filter((vote) => vote === 'granted').length,
    all: votes.length,
  }));
  if (role === 'leader') return texts.copies(counts);
  return counts.length > 1 ? texts.jointVotes(counts) : texts.votes(counts[0].granted, counts[0].all);
}

/** The role, or that it crashed or is paused. */
export function stateOf({ status, role, standing }: ServerModel, texts: StageTexts): string {
  if (status === 'crashed') return texts.crashed;
  if (status === 'paused') return texts.paused;
  return standing === 'learner' || standing === 'spare' ? texts.standing[standing] : texts.role[role];
}

/** What a screen reader says. */
export function describeServer(server: ServerModel, texts: StageTexts, groups: StageGroups | null = null): string {
  const { id, term, isolated, waiting, status, role, standing, half, handsOverTo } = server;
  const state = status === 'paused' ? texts.pausedRole(role) : stateOf(server, texts);
  const rest: string[] = [];
  const counted = tally(server, texts);
  if (counted !== null) rest.push(counted);
  if (standing !== 'voter' && (status !== 'up' || !state.includes(texts.standing[standing]))) {
    rest.push(texts.standing[standing]);
  }
  if (half !== null) rest.push(texts.half[half]);
  if (handsOverTo !== null) rest.push(texts.handsOver(handsOverTo));
  if (isolated) rest.push(texts.isolated);
  if (waiting > 0) rest.push(texts.waiting(waiting));
  for (const [i, { members }] of (groups?.states ?? []).entries()) {
    const member = members[id - 1];
    if (member !== undefined && member.status !== 'crashed' && i + 1 !== groups?.shown) {
      rest.push(texts.inGroup(groupLetter(i + 1), texts.role[member.role]));
    }
  }
  return texts.describe(id, state, term, rest);
}

/** The longest texts that labels come to hold: the layout makes room for them once, so that nothing moves. */
export function longestLabels(texts: StageTexts, servers: number): { roles: string[]; details: string[] } {
  return {
    roles: [...Object.values(texts.role), texts.crashed, texts.paused, texts.standing.learner],
    details: [
      texts.voted(servers),
      texts.handsOver(servers),
      ...Object.values(texts.half),
      texts.noVote,
      texts.commit(999),
      texts.votes(servers, servers),
    ],
  };
}

/** The longest texts without what few runs come to show: a label that is longer reaches a little further. */
export function usualLabels(texts: StageTexts, servers: number): { roles: string[]; details: string[] } {
  const { follower, candidate, leader } = texts.role;
  return {
    roles: [follower, candidate, leader, texts.crashed],
    details: [texts.voted(servers), texts.noVote, texts.commit(99), texts.votes(servers, servers)],
  };
}
