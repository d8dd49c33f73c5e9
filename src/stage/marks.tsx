/** The small marks that the stage shares with the log table, the timeline and the legend. All are SVG. */
import { termClass } from '../draw';
import { badgePath, type Glyph, type GlyphPart, glyphOf, type MessageKind, type Role, textWidth } from '../scene';
import './stage.css';

export type BadgeLook = Role | 'crashed' | 'paused' | 'learner' | 'spare';

export const SHAPES = {
  follower: 'circle',
  precandidate: 'diamond',
  candidate: 'diamond',
  leader: 'hexagon',
  crashed: 'octagon',
  paused: 'square',
  learner: 'circle',
  spare: 'circle',
} as const;
const LETTERS = { follower: 'F', precandidate: 'P', candidate: 'C', leader: 'L' };

/** How a server looks: its status before its role; who is in no configuration has no role to show. */
export function lookOf(
  role: Role,
  status: 'up' | 'paused' | 'crashed',
  apart: 'learner' | 'spare' | null = null,
): BadgeLook {
  return status === 'up' ? (apart ?? role) : status;
}

interface BadgeProps {
  role: Role;
  status?: 'up' | 'paused' | 'crashed';
  /** It is in no configuration, or not yet. */
  apart?: 'learner' | 'spare' | null;
  /** Half of its height, in pixels. */
  r: number;
  x?: number;
  y?: number;
  /** Size of the letter, in pixels; 12 is the least that may be read. */
  fontSize?: number;
}

/** Role as a shape with its letter: F in a circle, C in a diamond, L in a hexagon, × in an octagon, Ⅱ in a square. */
export function Badge(props: BadgeProps) {
  const { role, status = 'up', apart = null, r, x = 0, y = 0, fontSize = Math.max(12, r * 1.12) } = props;
  const look = lookOf(role, status, apart);
  return (
    <g className={`badge look-${look}`} transform={`translate(${x} ${y})`}>
      <path className="badge-halo" d={badgePath(SHAPES[look], r + Math.max(2, r * 0.16))} />
      <path className="badge-shape" d={badgePath(SHAPES[look], r)} />
      <BadgeSign look={look} r={r} fontSize={fontSize} />
    </g>
  );
}

function BadgeSign({ look, r, fontSize }: { look: BadgeLook; r: number; fontSize: number }) {
  if (look === 'crashed') {
    const s = r * 0.36;
    return <path className="badge-sign" strokeWidth={r * 0.22} d={`M${-s} ${-s}L${s} ${s}M${s} ${-s}L${-s} ${s}`} />;
  }
  if (look === 'paused') {
    const s = r * 0.27;
    return (
      <path
        className="badge-sign"
        strokeWidth={r * 0.26}
        d={`M${-s} ${-r * 0.42}V${r * 0.42}M${s} ${-r * 0.42}V${r * 0.42}`}
      />
    );
  }
  if (look === 'learner' || look === 'spare') {
    const s = r * 0.42;
    // A plus comes in; a dash waits.
    return (
      <path
        className="badge-sign"
        strokeWidth={r * 0.22}
        d={look === 'learner' ? `M${-s} 0H${s}M0 ${-s}V${s}` : `M${-s} 0H${s}`}
      />
    );
  }
  return (
    <text className="badge-letter" fontSize={fontSize} y={fontSize * 0.345}>
      {LETTERS[look]}
    </text>
  );
}

interface TermChipProps {
  term: number;
  /** What is printed; the bare number when left out. */
  text?: string;
  x?: number;
  y?: number;
  fontSize?: number;
}

/** A term: a tinted rectangle that prints its number. (x, y) is its middle. */
export function TermChip({ term, text = String(term), x = 0, y = 0, fontSize = 13 }: TermChipProps) {
  const width = textWidth(text, fontSize) * 1.04 + fontSize * 0.56;
  const height = fontSize * 1.42;
  return (
    <g className={`chip ${termClass(term)}`} transform={`translate(${x} ${y})`}>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={3} />
      <text fontSize={fontSize} y={fontSize * 0.345}>
        {text}
      </text>
    </g>
  );
}

interface MessageGlyphProps {
  kind: MessageKind;
  /** Terms of the entries that it carries. */
  terms?: readonly number[];
  x?: number;
  y?: number;
  /** 1 is the size of the sheet of marks: a tag with one entry is 43 by 28 pixels. */
  scale?: number;
  state?: 'flying' | 'doomed' | 'lost';
}

/** A message, pointing to the right, around (x, y). */
export function MessageGlyph({ kind, terms = [], x = 0, y = 0, scale = 1, state = 'flying' }: MessageGlyphProps) {
  const glyph = glyphOf(kind, terms, scale);
  return (
    <g className={`message hue-${glyph.hue} is-${state}`} transform={`translate(${x} ${y})`}>
      <GlyphParts glyph={glyph} />
    </g>
  );
}

function GlyphParts({ glyph }: { glyph: Glyph }) {
  return glyph.parts.map((part) => <GlyphElement key={`${part.part} ${part.x}`} part={part} />);
}

function GlyphElement({ part }: { part: GlyphPart }) {
  const { x, y } = part;
  switch (part.shape) {
    case 'path':
      return <path className={`glyph-${part.part}`} d={part.d} transform={`translate(${x} ${y})`} />;
    case 'circle':
      return <circle className={`glyph-${part.part}`} cx={x} cy={y} r={part.radius} />;
    case 'cell':
      return (
        <rect
          className={`glyph-cell ${termClass(part.term)}`}
          x={x - part.size / 2}
          y={y - part.size / 2}
          width={part.size}
          height={part.size}
          rx={2.5}
        />
      );
    case 'text':
      return (
        <text
          className={`glyph-number ${part.term === null ? 'is-count' : termClass(part.term)}`}
          x={x}
          y={y + part.size * 0.345}
          fontSize={part.size}
        >
          {part.text}
        </text>
      );
  }
}
