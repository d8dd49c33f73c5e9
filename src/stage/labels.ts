import type { ServerModel } from './structure';
import type { StageTexts } from './types';

/** The words beside a server. `null`: the line is commitIndex, which changes too often for React. */
export function labelLines(server: ServerModel, texts: StageTexts): (string | null)[] {
  const vote = server.votedFor === null ? texts.noVote : texts.voted(server.votedFor);
  if (server.status === 'crashed') return [stateOf(server, texts), vote];
  const granted = server.votes?.filter((vote) => vote === 'granted').length ?? 0;
  const last = server.votes === null ? null : texts.votes(granted, server.votes.length);
  return [stateOf(server, texts), vote, last];
}

/** The role, or that it crashed or is paused. */
export function stateOf({ status, role }: ServerModel, texts: StageTexts): string {
  if (status === 'crashed') return texts.crashed;
  return status === 'paused' ? texts.paused : texts.role[role];
}

/** What a screen reader says. */
export function describeServer(server: ServerModel, texts: StageTexts): string {
  const { id, term, votes, isolated, waiting, status, role } = server;
  const state = status === 'paused' ? texts.pausedRole(role) : stateOf(server, texts);
  const rest: string[] = [];
  if (votes !== null) rest.push(texts.votes(votes.filter((vote) => vote === 'granted').length, votes.length));
  if (isolated) rest.push(texts.isolated);
  if (waiting > 0) rest.push(texts.waiting(waiting));
  return texts.describe(id, state, term, rest);
}

/** The longest texts that labels come to hold: the layout makes room for them once, so that nothing moves. */
export function longestLabels(texts: StageTexts, servers: number): { roles: string[]; details: string[] } {
  return {
    roles: [...Object.values(texts.role), texts.crashed, texts.paused],
    details: [texts.voted(servers), texts.noVote, texts.commit(999), texts.votes(servers, servers)],
  };
}
