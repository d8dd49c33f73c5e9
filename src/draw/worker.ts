/** Where the drawing thread starts. It asks for no frames: the page's clock names each instant to be drawn. */
import { Drawing } from './drawing';
import type { FontSource, ToThread } from './messages';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const turn = new MessageChannel();
let next = () => {};
turn.port1.onmessage = () => next();

const drawing = new Drawing({
  post: (message) => scope.postMessage(message),
  later: (callback) => {
    next = callback;
    turn.port2.postMessage(null);
  },
  loadFonts: (fonts) => Promise.allSettled(fonts.map(load)),
});

async function load({ family, source, weight }: FontSource): Promise<void> {
  const face = await new FontFace(family, source, { weight }).load();
  scope.fonts.add(face);
}

scope.onmessage = ({ data }: MessageEvent<ToThread>) => drawing.receive(data);
