import type { ServerId } from '../raft';
import type { ServerView } from '../trace';

/** The leader whose view of the others is shown: the chosen server if it leads, else the one of the highest term. */
export function viewpoint(servers: readonly ServerView[], chosen: ServerId | null): ServerView | null {
  const leaders = servers.filter((server) => server.role === 'leader' && server.status !== 'crashed');
  const own = leaders.find((server) => server.id === chosen);
  return own ?? leaders.reduce<ServerView | null>((best, one) => (best && best.term >= one.term ? best : one), null);
}
