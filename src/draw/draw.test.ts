import { beforeEach, expect, test, vi } from 'vitest';
import { layoutStage, stageLinks, timelineLayout, wallsOf } from '../scene';
import { createRun, defaultConfig, MILLISECOND, type Run } from '../sim';
import { createTrace, extend, frameAt } from '../trace';
import { Drawing } from './drawing';
import { FakeCanvas, FakePath } from './fake-canvas';
import { type Looks, type MarkStyle, ToldLooks } from './looks';
import type { FromThread, ToThread } from './messages';
import { drawMotion, type MotionPlan } from './motion';
import { MotionCanvas } from './motion-canvas';
import type { Palette } from './palette';
import { TimelinePicture } from './pictures';
import { RemoteDrawing } from './remote';
import { type OpenThread, Thread, type ThreadHandle } from './thread';

beforeEach(() => {
  vi.stubGlobal('Path2D', FakePath);
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  return () => vi.unstubAllGlobals();
});

const style = (name: string): MarkStyle => ({
  fill: `fill of ${name}`,
  fillAlpha: 1,
  stroke: `stroke of ${name}`,
  strokeAlpha: 0.5,
  width: 2,
  dash: [1, 2],
  cap: 'round',
  join: 'miter',
  weight: '650',
  family: 'Sans',
});

const looksOfPage: Looks = { of: (outer, inner) => style(`${outer}|${inner}`) };

function busyRun(): Run {
  const config = defaultConfig(5);
  return createRun(3, { ...config, clients: { ...config.clients, count: 2, interval: 20 * MILLISECOND } });
}

/** The run, in which the second server crashes at an instant. */
const crashed = (run: Run, milliseconds: number): Run => ({
  ...run,
  actions: [{ at: milliseconds * MILLISECOND, action: { type: 'crash', server: 2 } }],
});

function planFor(run: Run): MotionPlan {
  const layout = layoutStage(5, { width: 600, height: 400 });
  const walls = wallsOf(frameAt(createTrace(run), 0).network, layout);
  const servers = [1, 2, 3, 4, 5].map((id) => ({ look: `server s${id}`, timer: { width: 3, dash: [] }, disk: 6 }));
  const covers = [{ x: 1, y: 2, width: 30, height: 20 }];
  return { layout, walls, rate: 1 / 50, selected: -1, servers, covers, width: 600, height: 400, scale: 1 };
}

/** A drawing thread without a thread. */
function startThread() {
  const posted: FromThread[] = [];
  const due: (() => void)[] = [];
  const drawing = new Drawing({
    post: (message) => posted.push(message),
    later: (callback) => due.push(callback),
    loadFonts: async () => {},
  });
  const send = (...messages: ToThread[]) => {
    for (const message of messages) drawing.receive(message);
  };
  const turn = () => {
    for (const callback of due.splice(0)) callback();
  };
  /** Answers what it asks for, until it asks for nothing. */
  const settle = () => {
    turn();
    for (let wanted = posted.splice(0); wanted.length > 0; wanted = posted.splice(0)) {
      for (const message of wanted) {
        if (message.type === 'wanted') {
          send({ type: 'looks', looks: message.names.map((name) => [name, style(name)]) });
        }
      }
      turn();
    }
  };
  return { posted, send, turn, settle };
}

const at = (milliseconds: number, reply = false): ToThread => ({
  type: 'at',
  time: milliseconds * MILLISECOND,
  known: milliseconds * MILLISECOND,
  reply,
});

function attachStage(send: (...messages: ToThread[]) => void, plan: MotionPlan): FakeCanvas {
  const canvas = new FakeCanvas();
  send({ type: 'attach', id: 1, picture: 'stage', canvas: canvas as unknown as OffscreenCanvas });
  send({ type: 'motion', id: 1, plan });
  return canvas;
}

test('the thread draws exactly what the page would draw: playing, rewound, and in another future', () => {
  const run = busyRun();
  const plan = planFor(run);
  const { send, settle } = startThread();
  const canvas = attachStage(send, plan);
  const links = stageLinks(plan.layout, plan.walls);
  const own = new FakeCanvas(600, 400);
  const motion = new MotionCanvas(own.getContext(), looksOfPage);
  const forked = crashed(run, 300);
  const visits: [Run, number][] = [
    [run, 180],
    [run, 306],
    [run, 520],
    [run, 200],
    [forked, 310],
    [forked, 900],
  ];
  let drawn = 0;
  for (const [current, milliseconds] of visits) {
    send({ type: 'run', run: current }, at(milliseconds));
    settle();
    // Once more, with all looks known and pens as the last frame left them.
    canvas.taken();
    send(at(milliseconds));
    settle();
    const frame = frameAt(createTrace(current), milliseconds * MILLISECOND);
    for (let i = 0; i < 2; i++) {
      own.taken();
      drawMotion(motion, frame, links, plan);
    }
    const expected = own.taken();
    expect(canvas.taken()).toEqual(expected);
    drawn += expected.length;
  }
  expect(drawn).toBeGreaterThan(500);
});

test('a picture is told as drawn only when all its looks are known', () => {
  const { posted, send, turn, settle } = startThread();
  attachStage(send, planFor(busyRun()));
  send({ type: 'run', run: busyRun() }, at(400, true));
  turn();
  expect(posted.map(({ type }) => type)).toEqual(['wanted']);
  settle();
  send(at(401, true));
  turn();
  expect(posted.map(({ type }) => type)).toEqual(['drew']);
});

test('of instants that come too fast only the last is drawn', () => {
  const { send, settle, turn } = startThread();
  const canvas = attachStage(send, planFor(busyRun()));
  send({ type: 'run', run: busyRun() }, at(400));
  settle();
  canvas.taken();
  send(at(401), at(402), at(403), at(404));
  turn();
  expect(canvas.taken().filter((line) => line.startsWith('clearRect'))).toHaveLength(1);
});

test('where nothing moves on the stage, nothing is drawn on it', () => {
  const { send, settle } = startThread();
  const canvas = attachStage(send, planFor(busyRun()));
  send({ type: 'run', run: busyRun() }, at(400));
  settle();
  send({ type: 'motion', id: 1, plan: null });
  canvas.taken();
  send(at(420));
  settle();
  expect(canvas.taken()).toEqual([]);
});

test('the timeline is drawn when the play head has gone on by a pixel, and not before', () => {
  const term = { fill: '#fff', line: '#000', ink: '#000' };
  const palette = { beatAlpha: 0.5, font: 'Sans', terms: [term], noTerm: term } as unknown as Palette;
  const layout = timelineLayout(1000, 250, 5, false);
  const canvas = new FakeCanvas();
  const picture = new TimelinePicture(canvas as unknown as OffscreenCanvas);
  const axis = { from: 0, to: 912_000, left: layout.left, right: layout.right };
  picture.show({ axis, layout, palette, ratio: 1 });
  const trace = createTrace(busyRun());
  const draw = (time: number) => {
    extend(trace, time);
    canvas.taken();
    picture.draw(trace, { time, known: time });
    return canvas.taken().length;
  };
  expect(draw(400_000)).toBeGreaterThan(20);
  expect(draw(400_100)).toBe(0);
  expect(draw(401_000)).toBeGreaterThan(20);
  expect(draw(300_000)).toBeGreaterThan(20);
});

test('looks that are not known are noted once, and asked for once', () => {
  const looks = new ToldLooks();
  expect(looks.of('a', 'b')).toBeNull();
  expect(looks.of('a', 'b')).toBeNull();
  expect(looks.missing()).toEqual(['a|b']);
  expect(looks.missing()).toEqual([]);
  looks.tell([['a|b', style('a|b')]]);
  expect(looks.of('a', 'b')?.fill).toBe('fill of a|b');
});

/** A thread that does nothing but write down what it is sent. */
function silentThread() {
  const sent: ToThread[] = [];
  const handle: ThreadHandle = {
    postMessage: (message) => sent.push(message),
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    terminate: vi.fn(),
  };
  const say = (message: FromThread) => handle.onmessage?.({ data: message } as MessageEvent<FromThread>);
  return { sent, handle, say };
}

function remoteOn(handle: ThreadHandle | null) {
  vi.stubGlobal('document', { styleSheets: [], baseURI: '', createElement: () => fakeElement() });
  const make = vi.fn<OpenThread>((told) => (handle === null ? null : new Thread(handle, told)));
  const remote = new RemoteDrawing(async () => make);
  const run = busyRun();
  let time = 0;
  /** What the page loads between two frames is there in the next one. */
  const play = async (frames: number) => {
    for (let i = 0; i < frames; i++) {
      remote.follow(run, { time: ++time, known: time });
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  return { remote, make, play };
}

const fakeElement = () => ({ transferControlToOffscreen: () => new FakeCanvas(), remove: () => {} });
const host = { replaceChildren: () => {} } as unknown as HTMLElement;

test('the thread is started in the third frame, and told of run and time', async () => {
  const { sent, handle, say } = silentThread();
  const { remote, make, play } = remoteOn(handle);
  await play(2);
  expect(make).not.toHaveBeenCalled();
  await play(2);
  expect(make).toHaveBeenCalledTimes(1);
  // It came after the third frame, so it hears of the fourth.
  expect(sent.map(({ type }) => type)).toEqual(['fonts', 'run', 'at']);
  expect(remote.attach('stage', host)).toBeNull();
  say({ type: 'ready' });
  expect(remote.state()).toBe('ready');
  expect(remote.attach('stage', host)).not.toBeNull();
});

test('a canvas is to be seen when the frame after its first is drawn, unless nobody waits any more', async () => {
  const { sent, handle, say } = silentThread();
  const { remote, play } = remoteOn(handle);
  await play(3);
  say({ type: 'ready' });
  const picture = remote.attach('stage', host);
  const seen = vi.fn();
  picture?.whenSeen(seen);
  await play(1);
  expect(sent.at(-1)).toMatchObject({ type: 'at', reply: true });
  say({ type: 'drew' });
  expect(seen).not.toHaveBeenCalled();
  say({ type: 'drew' });
  expect(seen).toHaveBeenCalledTimes(1);
  await play(1);
  expect(sent.at(-1)).toMatchObject({ type: 'at', reply: false });
  picture?.whenSeen(seen);
  picture?.whenSeen(null);
  say({ type: 'drew' });
  say({ type: 'drew' });
  expect(seen).toHaveBeenCalledTimes(1);
});

test('where there is no thread, where it fails, and where it falls silent, the page is told', async () => {
  const none = remoteOn(null);
  await none.play(3);
  expect(none.remote.state()).toBe('failed');

  const failing = silentThread();
  const { remote, play } = remoteOn(failing.handle);
  const told = vi.fn();
  await play(3);
  failing.say({ type: 'ready' });
  remote.onChange(told);
  failing.handle.onerror?.({ preventDefault: () => {} } as ErrorEvent);
  expect(told).toHaveBeenCalledTimes(1);
  expect(remote.state()).toBe('failed');
  expect(failing.handle.terminate).toHaveBeenCalled();
  await play(1);

  const silent = silentThread();
  const other = remoteOn(silent.handle);
  await other.play(3);
  silent.say({ type: 'ready' });
  await other.play(590);
  silent.say({ type: 'drew' });
  await other.play(590);
  expect(other.remote.state()).toBe('ready');
  await other.play(20);
  expect(other.remote.state()).toBe('failed');
});
