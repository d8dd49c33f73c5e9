import { createTexts, type Language } from '../i18n';
import { Stage, type StageProps, stillSource } from '../stage';
import type { Frame } from '../trace';
import { frameOf, runWith } from './frames';

interface StageCase {
  name: string;
  frame: () => Frame;
  size?: { width: number; height: number };
  props?: Partial<StageProps>;
}

const put = (key: string, value: string) =>
  ({ type: 'clientRequest', client: 1, operation: { type: 'put', key, value }, to: null }) as const;
const expire = (server: number) => ({ type: 'expireTimer', server }) as const;

/** The stage at moments that show each of its marks. */
export const STAGE_CASES: StageCase[] = [
  { name: 'election', frame: () => frameOf(runWith(5, 3, [[20, expire(3)]]), 42) },
  {
    name: 'votes',
    frame: () =>
      frameOf(
        runWith(5, 3, [
          [20, expire(3)],
          [21, expire(5)],
        ]),
        48,
      ),
  },
  {
    name: 'replication',
    frame: () =>
      frameOf(
        runWith(5, 3, [
          [20, expire(1)],
          [150, put('x', '1')],
          [158, put('y', '4')],
        ]),
        184,
      ),
    props: { selection: { type: 'server', id: 1 } },
  },
  {
    name: 'partition',
    frame: () =>
      frameOf(
        runWith(5, 3, [
          [20, expire(1)],
          [150, put('x', '1')],
          [300, { type: 'partition', groups: [[1, 2]] }],
          [320, expire(3)],
          [460, { type: 'clientRequest', client: 1, operation: { type: 'put', key: 'z', value: '3' }, to: 3 }],
        ]),
        478,
      ),
    props: { selection: { type: 'server', id: 3 }, onCut: () => {} },
  },
  {
    name: 'faults',
    frame: () =>
      frameOf(
        runWith(5, 3, [
          [20, expire(1)],
          [150, { type: 'crash', server: 5 }],
          [160, { type: 'pause', server: 4 }],
          [170, { type: 'isolate', server: 2 }],
          [175, { type: 'cut', from: 1, to: 3 }],
          [176, { type: 'hold', from: 3, to: 1 }],
          [290, put('x', '1')],
        ]),
        330,
      ),
  },
  {
    name: 'three groups',
    frame: () =>
      frameOf(
        runWith(7, 3, [
          [20, expire(1)],
          [
            100,
            {
              type: 'partition',
              groups: [
                [1, 2],
                [3, 4],
                [5, 6, 7],
              ],
            },
          ],
        ]),
        190,
      ),
  },
  {
    name: 'interleaved groups',
    frame: () =>
      frameOf(
        runWith(5, 3, [
          [20, expire(1)],
          [100, { type: 'partition', groups: [[1, 3]] }],
        ]),
        190,
      ),
  },
  { name: 'nine', frame: () => frameOf(runWith(9, 3, [[20, expire(4)]]), 50) },
  {
    name: 'nine, one alone',
    frame: () =>
      frameOf(
        runWith(9, 3, [
          [20, expire(4)],
          [90, { type: 'partition', groups: [[1]] }],
        ]),
        140,
      ),
  },
  {
    name: 'three',
    frame: () =>
      frameOf(
        runWith(3, 3, [
          [20, expire(2)],
          [100, put('a', '1')],
        ]),
        130,
      ),
  },
  {
    name: 'reduced motion',
    frame: () => frameOf(runWith(5, 3, [[20, expire(3)]]), 42),
    props: { reducedMotion: true },
  },
];

/** Every case in one theme and language, in boxes of one size. */
export function StageGallery({ language, size }: { language: Language; size: { width: number; height: number } }) {
  const texts = createTexts(language).stage;
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, background: 'var(--page)' }}>
      {STAGE_CASES.map(({ name, frame, props }) => (
        <figure key={name} style={{ margin: 0, background: 'var(--surface)', width: size.width }}>
          <figcaption style={{ font: '12px system-ui', color: 'var(--ink-3)' }}>{name}</figcaption>
          <div style={size}>
            <Stage source={stillSource(frame())} texts={texts} {...props} />
          </div>
        </figure>
      ))}
    </div>
  );
}
