/** What a reader may touch, from the actions of the world to what their author allows. */
import type { EmbedAllow } from '../share';
import type { ActionType } from '../sim';
import { type EntryId, entry } from '../store';

/** What one must be allowed to do for an action of the world. */
const NEEDED: Readonly<Record<Exclude<ActionType, 'inGroup'>, EmbedAllow>> = {
  crash: 'crash',
  restart: 'crash',
  pause: 'crash',
  resume: 'crash',
  setDisk: 'crash',
  expireTimer: 'timer',
  setClock: 'timer',
  setTiming: 'timer',
  partition: 'partition',
  isolate: 'partition',
  rejoin: 'partition',
  cut: 'partition',
  repair: 'partition',
  heal: 'partition',
  hold: 'partition',
  release: 'partition',
  setNetwork: 'partition',
  setLink: 'partition',
  drop: 'message',
  duplicate: 'message',
  deliver: 'message',
  clientRequest: 'client',
  setClients: 'client',
  crashClient: 'client',
  restartClient: 'client',
  addServer: 'config',
  changeMembers: 'config',
  transfer: 'config',
  compact: 'config',
  setOptions: 'rules',
};

/** Entries that are offered in an embed beside those that only look: each does one thing, without a panel. */
const DOING: readonly EntryId[] = [
  'crash',
  'freeze',
  'expireTimer',
  'isolate',
  'heal',
  'drop',
  'deliver',
  'duplicate',
  'write',
  'crashClient',
  'transfer',
  'compact',
  'membership',
  'addServer',
];

const LOOKING: readonly EntryId[] = [
  'play',
  'eventBack',
  'eventForward',
  'markBack',
  'markForward',
  'secondBack',
  'secondForward',
  'slower',
  'faster',
  'toStart',
  'toEnd',
  'selectServer',
  'selectMessage',
  'zoomIn',
  'zoomOut',
  'zoomReset',
  'theme',
  'close',
];

/** Whether an entry of the registry is offered where only these are allowed. */
export function isOffered(id: EntryId, allow: readonly EmbedAllow[]): boolean {
  if (LOOKING.includes(id)) return true;
  if (id === 'undo') return allow.length > 0;
  return DOING.includes(id) && entry(id).acts.every((type) => type !== 'inGroup' && allow.includes(NEEDED[type]));
}
