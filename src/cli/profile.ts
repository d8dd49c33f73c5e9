/** Where the time of a piece of work goes: V8's sampling profiler, its samples shared out to the parts of the source. */
import { type Profiler, Session } from 'node:inspector';
import { findSourceMap } from 'node:module';

/** A function as it is written: its file from `src` on, or '' for what is not ours. */
export interface Place {
  readonly file: string;
  readonly name: string;
}

export interface Shares {
  readonly samples: number;
  /** The share of the time of each part, in [0, 1]; together 1. */
  readonly parts: Readonly<Record<string, number>>;
  /** The functions that take most, each by itself and without what it calls. */
  readonly functions: Readonly<Record<string, number>>;
}

/** What parts there are, first match first: the files, and where given the functions, that belong to each. */
const PARTS: readonly { readonly part: string; readonly file: RegExp; readonly name?: RegExp }[] = [
  {
    part: 'pickingTheNextTransition',
    file: /^sim\/world\.ts$/,
    name: /^(findNext|dueAt|advance|nextTime|isInboxFirst)$/,
  },
  { part: 'raft', file: /^raft\// },
  { part: 'networkDrawsAndHeap', file: /^(sim\/(network|heap|streams)|base\/prng)\.ts$/ },
  { part: 'clientsAndStateMachine', file: /^sim\/(clients|store)\.ts$/ },
  { part: 'recording', file: /^trace\// },
  { part: 'carryingOut', file: /^(sim|base)\// },
];

const TOP = 12;

/** Microseconds between two looks at what is being done. */
const INTERVAL = 200;

/** Does the work under the profiler. It takes longer so: measure how fast it is without. */
export async function profile(work: () => void): Promise<Shares> {
  const session = new Session();
  session.connect();
  try {
    await post(session, 'Profiler.enable');
    await post(session, 'Profiler.setSamplingInterval', { interval: INTERVAL });
    await post(session, 'Profiler.start');
    work();
    const { profile: found } = await post<Profiler.StopReturnType>(session, 'Profiler.stop');
    return shareOut(found, placeOf);
  } finally {
    session.disconnect();
  }
}

function post<Answer = void>(session: Session, method: string, parameters: object = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    session.post(method, parameters, (error, answer) => (error ? reject(error) : resolve(answer as Answer)));
  });
}

/** Adds up the time for which each function was on top. */
export function shareOut(found: Profiler.Profile, place: (frame: Profiler.ProfileNode['callFrame']) => Place): Shares {
  const { nodes, samples = [], timeDeltas = [] } = found;
  const places = new Map(nodes.map(({ id, callFrame }) => [id, place(callFrame)]));
  const parts = new Map<string, number>(
    [...PARTS.map(({ part }) => part), 'garbageCollector', 'other'].map((part) => [part, 0]),
  );
  const functions = new Map<string, number>();
  let all = 0;
  samples.forEach((id, i) => {
    const found = places.get(id) ?? { file: '', name: '' };
    // A sample stands for the time from it to the next one.
    const time = Math.max(0, timeDeltas[i + 1] ?? 0);
    all += time;
    add(parts, partOf(found), time);
    if (found.file !== '') add(functions, `${found.file} ${found.name}`, time);
  });
  const share = ([name, time]: [string, number]) => [name, Number((time / Math.max(1, all)).toFixed(3))];
  const top = [...functions].sort((a, b) => b[1] - a[1]).slice(0, TOP);
  return {
    samples: samples.length,
    parts: Object.fromEntries([...parts].map(share)),
    functions: Object.fromEntries(top.map(share)),
  };
}

function add(times: Map<string, number>, name: string, time: number): void {
  times.set(name, (times.get(name) ?? 0) + time);
}

export function partOf({ file, name }: Place): string {
  if (name === '(garbage collector)') return 'garbageCollector';
  return PARTS.find((part) => part.file.test(file) && (part.name?.test(name) ?? true))?.part ?? 'other';
}

/** Where a function is written, by the source map of the bundle it runs from. */
function placeOf({ functionName: name, url, lineNumber, columnNumber }: Profiler.ProfileNode['callFrame']): Place {
  const entry = url === '' ? null : findSourceMap(url)?.findEntry(lineNumber, columnNumber);
  // The types of Node 20 leave open what an entry holds.
  const source: unknown = entry && 'originalSource' in entry ? entry.originalSource : url;
  const path = String(source);
  return { file: /\/src\/(.*)$/.exec(path)?.[1] ?? '', name: name === '' ? '(nameless)' : name };
}
