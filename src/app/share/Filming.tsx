import { useEffect, useRef, useState } from 'react';
import { formatPercent, useTimeTools } from '../../i18n';
import { useAppStore } from '../../store';
import type { Trace } from '../../trace';
import { Button, Icon } from '../../ui';
import { type Film, makeFilm } from './film';
import { FRAME, FRAMES_MAX, filmTimes } from './film-times';
import { STUDIO } from './Studio';

interface FilmingProps {
  /** A copy of the trace, which may grow. */
  readonly trace: () => Trace;
  readonly onFrame: (trace: Trace, time: number) => Promise<string>;
  readonly onFilm: (blob: Blob, ending: Film['ending']) => void;
}

/** Makes a short film, says how far it is, and stops when it is not wanted any more. */
export function Filming({ trace: copy, onFrame, onFilm }: FilmingProps) {
  const store = useAppStore();
  const texts = useTimeTools().share;
  const [part, setPart] = useState<number | null>(null);
  const wanted = useRef(false);
  useEffect(
    () => () => {
      wanted.current = false;
    },
    [],
  );
  const make = async () => {
    store.pause();
    wanted.current = true;
    setPart(0);
    const trace = copy();
    const times = filmTimes(trace, store.time(), store.getState().playback);
    const film = await makeFilm({
      ...STUDIO,
      count: times.length,
      frame: (n) => onFrame(trace, times[n]),
      progress: (done) => {
        if (wanted.current) setPart(done);
        return wanted.current;
      },
    }).catch(() => null);
    if (film !== null) onFilm(film.blob, film.ending);
    else if (wanted.current) store.notify({ type: 'notSaved' });
    wanted.current = false;
    setPart(null);
  };
  if (part === null) {
    return (
      <>
        <p>{texts.filmHint((FRAMES_MAX * FRAME) / 1000)}</p>
        <div className="button-row">
          <Button icon={<Icon name="save" />} onClick={make}>
            {texts.film}
          </Button>
        </div>
      </>
    );
  }
  return (
    <div className="filming">
      <label>
        {texts.filming} <progress max={1} value={part} /> {formatPercent(Math.round(part * 100) * 10_000)}
      </label>
      <Button
        onClick={() => {
          wanted.current = false;
        }}
      >
        {texts.cancel}
      </Button>
    </div>
  );
}
