/** Entries that move the play head, ask the cluster for something, change the view or change the run. */
import { type Action, SECOND } from '../sim';
import { isRecorded } from '../trace';
import { actionEntry, panelEntry } from './entries-cluster';
import type { ActionContext, Entry, Group } from './entry';
import { DEFAULT_SETTINGS, type Direction, SCALES, type Settings } from './state';

function plain<Id extends string>(
  group: Group,
  id: Id,
  keys: readonly string[],
  run: Entry['run'],
  enabled: Entry['enabled'] = () => true,
): Entry<Id> {
  return { id, group, keys, acts: [], enabled, run };
}

const isPlaying = ({ store }: ActionContext): 0 | 1 => (store.getState().playback.playing ? 1 : 0);

const isAfterStart = ({ store }: ActionContext): boolean => store.time() > 0;

export const transportEntries = [
  { ...plain('transport', 'play', [' ', 'k'], ({ store }) => store.toggle()), state: isPlaying },
  plain('transport', 'eventBack', ['ArrowLeft'], ({ store }) => store.stepEvent(-1), isAfterStart),
  plain('transport', 'eventForward', ['ArrowRight'], ({ store }) => store.stepEvent(1)),
  plain('transport', 'markBack', ['Shift+ArrowLeft'], ({ store }) => store.stepMark(-1), isAfterStart),
  plain('transport', 'markForward', ['Shift+ArrowRight'], ({ store }) => store.stepMark(1)),
  plain('transport', 'serverBack', ['Shift+ArrowUp'], ({ store }) => store.stepBy('server', -1), isAfterStart),
  plain('transport', 'serverForward', ['Shift+ArrowDown'], ({ store }) => store.stepBy('server', 1)),
  plain('transport', 'roundBack', [';'], ({ store }) => store.stepBy('round', -1), isAfterStart),
  plain('transport', 'roundForward', ["'"], ({ store }) => store.stepBy('round', 1)),
  plain('transport', 'secondBack', ['j'], ({ store }) => store.seek(store.time() - SECOND), isAfterStart),
  plain('transport', 'secondForward', ['l'], ({ store }) => store.seek(store.time() + SECOND)),
  plain('transport', 'slower', ['['], ({ store }) => store.changeRate(-1)),
  plain('transport', 'faster', [']'], ({ store }) => store.changeRate(1)),
  plain('transport', 'autoSpeed', ['Shift+a'], ({ store }) => store.setAuto(!store.getState().playback.auto)),
  plain('transport', 'loopFrom', ['('], ({ store }) => store.markLoop('from')),
  plain('transport', 'loopTo', [')'], ({ store }) => store.markLoop('to')),
  plain(
    'transport',
    'loopOff',
    ['*'],
    ({ store }) => store.setLoop(null),
    ({ store }) => store.getState().playback.loop !== null,
  ),
  panelEntry('transport', 'stops', 'stops', [], ['Shift+p']),
  plain('transport', 'toStart', ['Home'], ({ store }) => store.seek(0), isAfterStart),
  plain('transport', 'toEnd', ['End'], ({ store }) => store.seek(store.getState().session.trace.horizon)),
] as const;

/** The next small write of the client that is spoken to: x, y and z in turn, values 1 to 9. */
function nextWrite({ store }: ActionContext): Action | null {
  const client = store.frame().clients[store.getState().view.client - 1];
  if (client === undefined) return null;
  const n = client.serial;
  const operation = { type: 'put', key: 'xyz'[n % 3], value: String((n % 9) + 1) } as const;
  return { type: 'clientRequest', client: client.id, operation, to: null };
}

const write: Entry<'write'> = {
  id: 'write',
  group: 'client',
  keys: ['w'],
  acts: ['clientRequest'],
  enabled: (context) => nextWrite(context) !== null,
  run: (context) => {
    const action = nextWrite(context);
    if (action !== null) context.store.act(action);
  },
};

const clientOf = ({ store }: ActionContext) => store.frame().clients[store.getState().view.client - 1] ?? null;

export const clientEntries = [
  write,
  actionEntry('client', {
    id: 'crashClient',
    keys: ['Shift+k'],
    acts: ['crashClient', 'restartClient'],
    state: (context) => (clientOf(context)?.crashed ? 1 : 0),
    action: (context): Action | null => {
      const client = clientOf(context);
      return client === null ? null : { type: client.crashed ? 'restartClient' : 'crashClient', client: client.id };
    },
  }),
  panelEntry('client', 'compose', 'write', ['clientRequest'], ['Shift+w']),
  panelEntry('client', 'clients', 'clients', ['setClients']),
] as const;

const THEMES: readonly Settings['theme'][] = ['auto', 'light', 'dark', 'projector'];

function nextTheme({ store }: ActionContext): void {
  const { theme } = store.getState().settings;
  store.setSettings({ theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] });
}

/** In the space-time diagram it is time that is shown larger. */
function zoom({ store, diagram }: ActionContext, direction: Direction): void {
  if (diagram != null) {
    diagram.zoom(direction);
    return;
  }
  const { scale } = store.getState().settings;
  const next = direction > 0 ? SCALES.find((other) => other > scale) : SCALES.findLast((other) => other < scale);
  store.setSettings({ scale: next ?? scale });
}

/** Closes what is on top: a panel, else a notice, else the selection. */
function close({ store, lecture }: ActionContext): void {
  const { panel, notice, diagram } = store.getState().view;
  if (lecture !== undefined) lecture.close();
  else if (panel !== null) store.showPanel(null);
  else if (notice !== null) store.dismissNotice();
  else if (diagram) store.showDiagram(false);
  else store.select(null);
}

const canLight = ({ diagram }: ActionContext): boolean => diagram?.canLight === true;

export const viewEntries = [
  panelEntry('view', 'why', 'why', [], ['e']),
  panelEntry('view', 'safety', 'safety', [], ['Shift+s']),
  panelEntry('view', 'inspector', 'inspector'),
  panelEntry('view', 'legend', 'legend', [], ['Shift+l']),
  plain('view', 'zoomIn', ['+', '='], (context) => zoom(context, 1)),
  plain('view', 'zoomOut', ['-', '−'], (context) => zoom(context, -1)),
  plain('view', 'zoomReset', ['0'], ({ store, diagram }) =>
    diagram == null ? store.setSettings({ scale: DEFAULT_SETTINGS.scale }) : diagram.whole(),
  ),
  plain('view', 'diagram', ['Shift+d'], ({ store }) => store.showDiagram(!store.getState().view.diagram)),
  plain('view', 'lightPast', ['<'], ({ diagram }) => diagram?.light('past'), canLight),
  plain('view', 'lightFuture', ['>'], ({ diagram }) => diagram?.light('future'), canLight),
  plain(
    'view',
    'foldQuiet',
    ['Shift+f'],
    ({ diagram }) => diagram?.fold(),
    ({ diagram }) => diagram != null,
  ),
  plain('view', 'theme', ['Shift+t'], nextTheme),
  plain(
    'view',
    'lecture',
    ['s'],
    ({ openLecture }) => openLecture?.(),
    ({ openLecture }) => openLecture !== undefined,
  ),
  plain('view', 'fullScreen', ['f'], (context) => context.toggleFullScreen()),
  panelEntry('view', 'settings', 'settings'),
  panelEntry('view', 'help', 'help', [], ['?']),
  panelEntry('view', 'palette', 'palette', [], ['Ctrl+k']),
  plain('view', 'close', ['Escape'], close),
] as const;

const isSimulated = ({ store }: ActionContext): boolean => !isRecorded(store.getState().session.trace);

export const runEntries = [
  plain(
    'run',
    'undo',
    ['Ctrl+z'],
    ({ store }) => store.undo(),
    ({ store }) => store.getState().session.undoable,
  ),
  panelEntry('run', 'newCluster', 'newCluster'),
  panelEntry('run', 'timing', 'timing', ['setTiming']),
  panelEntry('run', 'breakRaft', 'breakRaft', [], ['Shift+b']),
  plain(
    'run',
    'branchHere',
    ['y'],
    ({ store }) => store.branchHere(),
    ({ store }) => !isRecorded(store.getState().session.trace),
  ),
  panelEntry('run', 'branches', 'branches', [], ['Shift+y']),
  panelEntry('run', 'share', 'share'),
  plain('run', 'saveRun', [], ({ save }) => save('run'), isSimulated),
  plain('run', 'saveTrace', [], ({ save }) => save('trace'), isSimulated),
  panelEntry('run', 'open', 'open', [], ['Shift+o']),
  panelEntry('run', 'goTo', 'goTo', [], ['g']),
  panelEntry('run', 'traceFormat', 'traceFormat'),
] as const;
