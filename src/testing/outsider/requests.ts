/** Answers and what they answer. */
import { type Json, type Report, str } from './lines';
import type { Server } from './server';

/** The format gives these no `re`. */
const WITHOUT_RE = ['PreVoteResponse', 'InstallSnapshotResponse'];

/** The request that is answered: the one being handled, and only once. */
export function requestOf(server: Server, message: Json, type: string, report: Report): Json | null {
  const { input, id } = server;
  const request = input?.message ?? null;
  const named = message.re !== undefined || !WITHOUT_RE.includes(str(message, 'type'));
  if (input === null || request === null || str(request, 'type') !== type || (named && request.id !== message.re)) {
    report('reply', `${id} answers message ${String(message.re)}, which it is not handling`);
    return null;
  }
  if (str(request, 'from') !== str(message, 'to'))
    report('reply', `${id} answers another server than the one that asked`);
  if (input.answered) report('reply', `${id} answers message ${String(message.re)} twice`);
  input.answered = true;
  return request;
}
