import { useMemo, useRef } from 'react';
import type { FigureWords } from '../../i18n';
import type { Diagram, LaneState, Line, Mark, Span } from '../../stories';
import { useSize } from '../../ui';
import { type DrawingLayout, layoutOf, messagePath, railPath } from './drawing-layout';
import './drawing.css';

/** With less room than this its words do not fit, and it scrolls sideways. */
const WIDTH_MIN = 600;

interface DrawingProps {
  readonly diagram: Diagram;
  readonly words: FigureWords;
}

/** Another protocol, as a still drawing: lanes of time, what is sent between them, and who is held up. */
export function Drawing({ diagram, words }: DrawingProps) {
  const box = useRef<HTMLElement>(null);
  const size = useSize(box);
  const title = words.titles[diagram.id] ?? '';
  const say = (key: string | undefined) => (key === undefined ? null : (words.words[key] ?? key));
  const layout = useMemo(
    () =>
      size === null || size.width === 0
        ? null
        : layoutOf(
            diagram,
            Math.max(size.width, WIDTH_MIN),
            size.height,
            diagram.lanes.map(({ role }) => words.words[role] ?? role),
          ),
    [diagram, size, words],
  );
  const isWider = layout !== null && size !== null && layout.width > size.width;
  return (
    <figure ref={box} className="drawing" aria-label={title}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms. */}
      <div
        className={`drawing__scroll${isWider ? ' is-scrollable' : ''}`}
        role="group"
        aria-label={title}
        tabIndex={isWider ? 0 : -1}
      >
        {layout === null ? null : (
          <svg width={layout.width} height={layout.height} role="img" aria-label={title}>
            <defs>
              <pattern
                id="drawing-stuck"
                width={7}
                height={7}
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <path className="drawing__hatch" d="M0 0V7" />
              </pattern>
            </defs>
            <text className="drawing__title" x={14} y={24}>
              {title}
            </text>
            <Spans diagram={diagram} layout={layout} say={say} />
            <Wall diagram={diagram} layout={layout} />
            {diagram.messages.map((line) => (
              <Message
                key={`${line.from} ${line.to} ${line.sent}`}
                line={line}
                layout={layout}
                text={say(line.text)}
                wall={wallBetween(diagram, layout, line)}
              />
            ))}
            {diagram.marks.map((mark) => (
              <Sign key={`${mark.lane} ${mark.at}`} mark={mark} layout={layout} text={say(mark.text)} />
            ))}
            <Names diagram={diagram} layout={layout} say={say} />
          </svg>
        )}
      </div>
    </figure>
  );
}

interface PartProps {
  readonly diagram: Diagram;
  readonly layout: DrawingLayout;
  readonly say: (key: string | undefined) => string | null;
}

function Names({ diagram, layout, say }: PartProps) {
  const { nameX, r } = layout;
  return diagram.lanes.map(({ name, role, spans }) => (
    <g key={name}>
      <circle className={`drawing__disc is-${stateOf(spans)}`} cx={nameX} cy={layout.y(name)} r={r} />
      <text className={`drawing__letter is-${stateOf(spans)}`} x={nameX} y={layout.y(name) + 5} textAnchor="middle">
        {name}
      </text>
      {layout.hasRoles ? (
        <text className="drawing__role" x={nameX - r - 10} y={layout.y(name) + 5} textAnchor="end">
          {say(role)}
        </text>
      ) : null}
    </g>
  ));
}

/** Who is in charge for a while at the start is drawn as a leader. */
const stateOf = (spans: readonly Span[]): LaneState =>
  spans.find(({ from, state }) => from < EARLY && state !== 'plain')?.state ?? 'plain';

const EARLY = 10;

/** Half the height of the band in which a process is held up. */
const BAND = 9;

function Spans({ diagram, layout, say }: PartProps) {
  return diagram.lanes.map(({ name, spans }) =>
    spans.map(({ from, to, state, text }) => {
      const [x1, x2, y] = [layout.x(from), layout.x(to), layout.y(name)];
      return (
        <g key={`${name} ${from}`}>
          <path className={`drawing__lane is-${state}`} d={`M${x1} ${y}H${x2}`} />
          {state === 'stuck' ? (
            <rect className="drawing__stuck" x={x1} y={y - BAND} width={x2 - x1} height={2 * BAND} rx={3} />
          ) : null}
          {text === undefined ? null : <SpanText state={state} x={(x1 + x2) / 2} y={y} text={say(text)} />}
        </g>
      );
    }),
  );
}

function SpanText(props: {
  readonly state: LaneState;
  readonly x: number;
  readonly y: number;
  readonly text: string | null;
}) {
  const { state, x, y, text } = props;
  return (
    <text className={`drawing__said is-${state}`} x={x} y={state === 'stuck' ? y + 5 : y - 11} textAnchor="middle">
      {text}
    </text>
  );
}

/** Where the wall stands in the way of a message that is lost to it. */
function wallBetween({ lanes, cut }: Diagram, layout: DrawingLayout, { from, to, lost }: Line): number | null {
  if (cut === undefined || lost !== true) return null;
  const place = (lane: string) => lanes.findIndex(({ name }) => name === lane);
  const wall = place(cut.below) + 0.5;
  const crosses = place(from) < wall !== place(to) < wall;
  return crosses ? layout.y(cut.below) + layout.pitch / 2 : null;
}

function Wall({ diagram: { cut }, layout }: { readonly diagram: Diagram; readonly layout: DrawingLayout }) {
  if (cut === undefined) return null;
  const y = Math.round(layout.y(cut.below) + layout.pitch / 2);
  return <path className="drawing__wall" d={railPath(layout.x(cut.from), layout.x(cut.to), y)} />;
}

interface MessageProps {
  readonly line: Line;
  readonly layout: DrawingLayout;
  readonly text: string | null;
  readonly wall: number | null;
}

function Message({ line, layout, text, wall }: MessageProps) {
  const { d, tip, text: place } = messagePath(line, layout, wall);
  return (
    <g>
      <path className={`drawing__line is-${line.kind}`} d={d} />
      {line.lost === true ? (
        <path className="drawing__lost" d={`M${tip.x - 5} ${tip.y - 5}l10 10M${tip.x + 5} ${tip.y - 5}l-10 10`} />
      ) : (
        <path
          className={`drawing__tip is-${line.kind}`}
          d="M-9 -4.5H-5L0 0L-5 4.5H-9Z"
          transform={`translate(${tip.x} ${tip.y}) rotate(${tip.angle})`}
        />
      )}
      {text === null ? null : (
        <text className={`drawing__text is-${line.side ?? 'left'}`} x={place.x} y={place.y} textAnchor={place.anchor}>
          {text}
        </text>
      )}
    </g>
  );
}

/** A crash, or the moment at which something is decided. */
function Sign({
  mark,
  layout,
  text,
}: {
  readonly mark: Mark;
  readonly layout: DrawingLayout;
  readonly text: string | null;
}) {
  const [x, y] = [layout.x(mark.at), layout.y(mark.lane)];
  if (mark.type === 'crash') {
    return <path className="drawing__crash" d={`M${x - 7} ${y - 7}l14 14M${x + 7} ${y - 7}l-14 14`} />;
  }
  return (
    <g>
      <circle className="drawing__done" cx={x} cy={y} r={9} />
      <path className="drawing__tick" d={`M${x - 4} ${y}l3 3.4l5.4 -6.6`} />
      {text === null ? null : (
        <text className="drawing__when is-decided" x={x + 4} y={y - 16} textAnchor="end">
          {text}
        </text>
      )}
    </g>
  );
}
