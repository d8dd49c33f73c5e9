import { createRoot } from 'react-dom/client';
import { createTexts } from '../i18n';
import { createRun, defaultConfig } from '../sim';
import { Legend, Stage } from '../stage';
import { createTrace, extend, type Frame, frameAt } from '../trace';
import { StageGallery } from './StageGallery';

const q = new URLSearchParams(location.search);
document.documentElement.dataset.theme = q.get('theme') ?? 'light';
const lang = (q.get('lang') as 'en') ?? 'en';
const root = createRoot(document.getElementById('root')!);
if (q.has('legend'))
  root.render(
    <div style={{ padding: 16, background: 'var(--surface)' }}>
      <Legend texts={createTexts(lang).stage} />
    </div>,
  );
else if (q.has('perf')) perf();
else
  root.render(
    <StageGallery language={lang} size={{ width: Number(q.get('w') ?? 632), height: Number(q.get('h') ?? 364) }} />,
  );

function perf() {
  const rate = Number(q.get('rate') ?? 0.05);
  const config = defaultConfig(5);
  const many = q.has('many');
  const net = many
    ? {
        timing: { electionMin: 3_000_000, electionMax: 4_000_000, heartbeat: 12_500 },
        network: { ...config.network, latency: { min: 200_000, max: 400_000 } },
      }
    : {};
  const run = {
    ...createRun(3, { ...config, ...net, clients: { ...config.clients, count: many ? 4 : 1, interval: 40_000 } }),
    actions: many ? [{ at: 1000, action: { type: 'expireTimer' as const, server: 1 } }] : [],
  };
  const trace = createTrace(run);
  const frames: Frame[] = [];
  const start = many ? 2_000_000 : 400_000;
  const step = Math.round((rate * 1e6) / 60);
  const count = 900;
  extend(trace, start + step * count + 1000);
  for (let i = 0; i < count; i++) frames.push(frameAt(trace, start + i * step));
  const listeners = new Set<(f: Frame) => void>();
  let now = frames[0];
  const source = {
    current: () => now,
    subscribe: (l: (f: Frame) => void) => {
      listeners.add(l);
      return () => listeners.delete(l);
    },
  };
  root.render(
    <div style={{ width: 632, height: 364, background: 'var(--surface)' }}>
      <Stage source={source} texts={createTexts(lang).stage} rate={rate} />
    </div>,
  );
  let i = 0;
  let spent = 0;
  const each: number[] = [];
  const tick = () => {
    if (i < count) {
      now = frames[i++];
      const t = performance.now();
      for (const l of listeners) l(now);
      const d = performance.now() - t;
      spent += d;
      each.push(d);
      requestAnimationFrame(tick);
    } else {
      each.sort((a, b) => a - b);
      (window as any).done = {
        script: spent / count,
        p95: each[Math.floor(count * 0.95)],
        messages: frames.reduce((s, f) => s + f.messages.length, 0) / count,
      };
    }
  };
  (window as any).go = () => {
    i = 0;
    spent = 0;
    each.length = 0;
    (window as any).done = null;
    requestAnimationFrame(tick);
  };
}
