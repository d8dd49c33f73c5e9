/** Entries that do something to servers, links and messages. */
import type { ServerId } from '../raft';
import type { Action, HostStatus } from '../sim';
import { isRecorded } from '../trace';
import type { ActionContext, Entry, Group } from './entry';
import type { Panel } from './state';

/** What most entries are: one action, on a target or on none. */
interface ActionEntry<Id extends string> {
  readonly id: Id;
  readonly keys?: readonly string[];
  readonly acts: Entry['acts'];
  /** The action as it would be done now, or null without a target. */
  action(context: ActionContext): Action | null;
  state?(context: ActionContext): 0 | 1;
}

export function actionEntry<Id extends string>(
  group: Group,
  { keys = [], action, ...rest }: ActionEntry<Id>,
): Entry<Id> {
  return {
    group,
    keys,
    ...rest,
    enabled: (context) => {
      const wanted = action(context);
      return wanted !== null && context.store.refusal(wanted) === null;
    },
    run: (context) => {
      const wanted = action(context);
      if (wanted !== null) context.store.act(wanted);
    },
  };
}

/** An entry whose action needs choices: it opens the panel for them. */
export function panelEntry<Id extends string>(
  group: Group,
  id: Id,
  panel: Panel,
  acts: Entry['acts'] = [],
  keys: readonly string[] = [],
): Entry<Id> {
  // A panel of actions has nothing to do in a recording.
  const enabled = ({ store }: ActionContext) => acts.length === 0 || !isRecorded(store.getState().session.trace);
  return { id, group, keys, acts, enabled, run: ({ store }) => store.showPanel(panel) };
}

const server = <Id extends string>(parts: ActionEntry<Id>) => actionEntry('server', parts);
const message = <Id extends string>(parts: ActionEntry<Id>) => actionEntry('message', parts);

/** The server that is meant, or null. */
export function targetServer({ store, target }: ActionContext): ServerId | null {
  const meant = target ?? store.getState().view.selection;
  return meant?.type === 'server' ? meant.id : null;
}

/** The flight key of the message that is meant, or null. */
export function targetMessage({ store, target }: ActionContext): number | null {
  const meant = target ?? store.getState().view.selection;
  return meant?.type === 'message' ? meant.key : null;
}

const serverView = (context: ActionContext) => context.store.frame().servers[(targetServer(context) ?? 0) - 1] ?? null;

const hasStatus = (context: ActionContext, status: HostStatus): 0 | 1 =>
  serverView(context)?.status === status ? 1 : 0;

const isIsolated = (context: ActionContext): 0 | 1 => (serverView(context)?.isolated ? 1 : 0);

/** The first of two actions in state 0, the second in state 1. */
function opposites(
  types: readonly ['crash' | 'pause' | 'isolate', 'restart' | 'resume' | 'rejoin'],
  state: (context: ActionContext) => 0 | 1,
) {
  return {
    acts: types,
    state,
    action: (context: ActionContext): Action | null => {
      const id = targetServer(context);
      return id === null ? null : { type: types[state(context)], server: id };
    },
  };
}

function onMessage(type: 'drop' | 'duplicate' | 'deliver') {
  return {
    acts: [type],
    action: (context: ActionContext): Action | null => {
      const key = targetMessage(context);
      return key === null ? null : { type, message: key };
    },
  };
}

const NUMBERS = Array.from({ length: 9 }, (_, i) => String(i + 1));

const selectServer: Entry<'selectServer'> = {
  id: 'selectServer',
  group: 'server',
  keys: NUMBERS,
  acts: [],
  enabled: () => true,
  run: ({ store }, key) => {
    const { servers } = store.frame();
    const { selection } = store.getState().view;
    const after = selection?.type === 'server' ? (selection.id % servers.length) + 1 : 1;
    const id = key === undefined ? after : Number(key);
    if (servers[id - 1] !== undefined) store.select({ type: 'server', id });
  },
};

/** Selects the messages under way one after the other, for those who have no pointer. */
const selectMessage: Entry<'selectMessage'> = {
  id: 'selectMessage',
  group: 'message',
  keys: ['.', ','],
  acts: [],
  enabled: ({ store }) => store.frame().messages.length > 0,
  run: ({ store }, key) => {
    const { messages } = store.frame();
    if (messages.length === 0) return;
    const { selection } = store.getState().view;
    const at = messages.findIndex((view) => selection?.type === 'message' && view.key === selection.key);
    const next = key === ',' ? (at <= 0 ? messages.length : at) - 1 : (at + 1) % messages.length;
    store.select({ type: 'message', key: messages[next].key });
  },
};

const hasServer = (context: ActionContext): boolean => targetServer(context) !== null;

export const serverEntries = [
  selectServer,
  server({ id: 'crash', keys: ['c'], ...opposites(['crash', 'restart'], (c) => hasStatus(c, 'crashed')) }),
  server({ id: 'freeze', keys: ['z'], ...opposites(['pause', 'resume'], (c) => hasStatus(c, 'paused')) }),
  server({
    id: 'expireTimer',
    keys: ['t'],
    acts: ['expireTimer'],
    action: (context) => {
      const id = targetServer(context);
      return id === null ? null : { type: 'expireTimer', server: id };
    },
  }),
  server({ id: 'isolate', keys: ['i'], ...opposites(['isolate', 'rejoin'], isIsolated) }),
  {
    ...panelEntry('server', 'machine', 'machine', ['setClock', 'setDisk']),
    enabled: (context: ActionContext) => hasServer(context) && !isRecorded(context.store.getState().session.trace),
  },
] as const;

export const networkEntries = [
  panelEntry('network', 'partition', 'partition', ['partition'], ['p']),
  actionEntry('network', { id: 'heal', keys: ['h'], acts: ['heal'], action: () => ({ type: 'heal' }) }),
  panelEntry('network', 'network', 'network', ['setNetwork', 'setLink', 'cut', 'repair', 'hold', 'release'], ['o']),
] as const;

export const messageEntries = [
  selectMessage,
  message({ id: 'drop', keys: ['x'], ...onMessage('drop') }),
  message({ id: 'deliver', keys: ['d'], ...onMessage('deliver') }),
  message({ id: 'duplicate', keys: ['r'], ...onMessage('duplicate') }),
] as const;
