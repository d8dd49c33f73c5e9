/** Entries about who votes and who leads, about snapshots, and about the rules of the run. */
import { isMember, membersOf, type ServerId } from '../raft';
import type { Action } from '../sim';
import type { ServerView } from '../trace';
import { actionEntry, panelEntry, targetServer } from './entries-cluster';
import type { ActionContext } from './entry';

/** Whom a change of members or of leadership is asked of: the running leader of the highest term, or null. */
function leaderOf({ store }: ActionContext): ServerView | null {
  return store
    .frame()
    .servers.filter(({ role, status }) => role === 'leader' && status !== 'crashed')
    .reduce<ServerView | null>((best, one) => (best !== null && best.term >= one.term ? best : one), null);
}

const isIn = (leader: ServerView | null, id: ServerId | null): boolean =>
  leader !== null && id !== null && isMember(leader.configuration, id);

/** 0: the server would leave the members; 1: it would join them. */
function membership(context: ActionContext): 0 | 1 {
  const leader = leaderOf(context);
  return leader === null || isIn(leader, targetServer(context)) ? 0 : 1;
}

function changeMembership(context: ActionContext): Action | null {
  const leader = leaderOf(context);
  const id = targetServer(context);
  if (leader === null || id === null) return null;
  const now = membersOf(leader.configuration);
  const voters = isIn(leader, id) ? now.filter((other) => other !== id) : [...now, id].sort((a, b) => a - b);
  return { type: 'changeMembers', server: leader.id, voters, joint: false };
}

function handOver(context: ActionContext): Action | null {
  const leader = leaderOf(context);
  const to = targetServer(context);
  return leader === null || to === null ? null : { type: 'transfer', server: leader.id, to };
}

function compact(context: ActionContext): Action | null {
  const server = targetServer(context);
  return server === null ? null : { type: 'compact', server };
}

/** What is done to the selected server as one of several. */
export const memberEntries = [
  actionEntry('server', { id: 'transfer', keys: ['v'], acts: ['transfer'], action: handOver }),
  actionEntry('server', { id: 'compact', keys: ['Shift+c'], acts: ['compact'], action: compact }),
  actionEntry('server', {
    id: 'membership',
    keys: ['u'],
    acts: ['changeMembers'],
    state: membership,
    action: changeMembership,
  }),
  actionEntry('network', { id: 'addServer', keys: ['a'], acts: ['addServer'], action: () => ({ type: 'addServer' }) }),
  panelEntry('network', 'members', 'members', ['changeMembers', 'addServer'], ['Shift+m']),
] as const;

export const protocolEntries = [
  panelEntry('run', 'options', 'options', ['setOptions'], ['q']),
  panelEntry('run', 'rules', 'rules', ['setOptions'], ['b']),
  panelEntry('run', 'scenarios', 'scenarios', [], ['Shift+e']),
] as const;

/** The next of several groups. */
export const groupEntries = [
  {
    id: 'nextGroup',
    group: 'view',
    keys: ['Shift+n'],
    acts: [],
    enabled: ({ store }: ActionContext) => store.getState().session.run.config.groups > 1,
    run: ({ store }: ActionContext) => {
      const { run, group } = store.getState().session;
      store.showGroup((group % run.config.groups) + 1);
    },
  },
] as const;
