import type { Part } from '../../challenges';
import { termClass } from '../../stage';
import { useContents } from './context';
import { choose, type Prediction, pickOf } from './prediction';
import type { Speaker } from './words';

interface LogSliderProps {
  readonly part: Part;
  readonly label: string;
  readonly speaker: Speaker;
  readonly prediction: Prediction;
  readonly onChange: (prediction: Prediction) => void;
}

/** The width of a cell with the gap after it, in pixels, as in challenges.css. */
const PITCH = 38;
/** Half the width of what a finger drags. */
const GRIP = 22;

/** A log whose end, or whose commit line, is dragged to where it will be. */
export function LogSlider({ part, label, speaker, prediction, onChange }: LogSliderProps) {
  const contents = useContents();
  const { log, choices } = part;
  if (log === undefined) return null;
  const values = choices.map((choice) => (choice.type === 'number' ? choice.value : 0));
  const [low, high] = [values[0], values[values.length - 1]];
  const [picked] = pickOf(prediction, part);
  const value = picked === undefined ? low : values[picked];
  const take = (next: number) => onChange(choose(prediction, part, values.indexOf(next)));
  const said = picked === undefined ? contents.unset : contents.upTo(speaker.choice(choices[picked]));
  return (
    <div className={`log-slider log-slider--${log.mark}${picked === undefined ? ' is-unset' : ''}`}>
      <span className="choice__log" aria-hidden="true">
        {log.terms.map((term, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place.
          <span key={i} className={cellClass(term, i >= value)}>
            {term === 0 ? '' : term}
          </span>
        ))}
      </span>
      <span className="log-slider__handle" style={{ left: value * PITCH - 3 }} aria-hidden="true" />
      <input
        type="range"
        aria-label={label}
        aria-valuetext={said}
        min={low}
        max={high}
        step={1}
        value={value}
        style={{ left: low * PITCH - GRIP, width: (high - low) * PITCH + 2 * GRIP }}
        onChange={(event) => take(Number(event.target.value))}
        // Where it stands may be the answer, too.
        onPointerUp={(event) => take(Number(event.currentTarget.value))}
        onKeyUp={(event) => {
          if (event.key === ' ' || event.key === 'Home') take(Number(event.currentTarget.value));
        }}
      />
      <span className="log-slider__said">{said}</span>
    </div>
  );
}

const cellClass = (term: number, isBeyond: boolean): string =>
  `choice__cell ${term === 0 ? 'is-hole' : termClass(term)}${isBeyond ? ' is-beyond' : ''}`;
