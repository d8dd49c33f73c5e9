import { useEffect, useMemo, useRef } from 'react';
import { useLectureWords, useTexts } from '../../i18n';
import { useAppStore, useStore } from '../../store';
import { useAllows, useLectureState, useSession } from './hooks';

/** The foot of the picture: the run on a line with its cues, what to press, and how far the lecture is. */
export function Cues({ quiet }: { readonly quiet: boolean }) {
  const { plan } = useSession();
  const { place, improvised } = useLectureState();
  const words = useLectureWords();
  return (
    <footer className="slide__foot">
      <Line />
      <div className="slide__row">
        {quiet ? null : <Keys />}
        <p className="slide__step">
          {improvised ? <em>{words.improvised}</em> : null}
          <span>{plan.title}</span>
          <strong>{words.step(place.index + 1, plan.cues.length)}</strong>
        </p>
      </div>
    </footer>
  );
}

function Keys() {
  const texts = useTexts();
  const words = useLectureWords().keys;
  const allows = useAllows();
  const shortcuts = useStore((state) => state.settings.shortcuts);
  const keys = [
    ['→', words.next, 'cueNext'],
    ['←', words.back, 'cueBack'],
    [texts.keyName(' '), words.play, 'play'],
    ['1–9', words.servers, 'selectServer'],
    ['C', words.crash, 'crash'],
    ['B', words.black, 'black'],
    ['S', words.presenter, 'presenter'],
  ].filter(([, , id]) => allows(id) && (shortcuts || id.startsWith('cue')));
  return (
    <ul className="slide__keys">
      {keys.map(([key, what]) => (
        <li key={key}>
          <b>{key}</b> {what}
        </li>
      ))}
    </ul>
  );
}

/** The stretch of the run that its cues lie in, as far as it has come, with the way to each cue. */
function Line() {
  const session = useSession();
  const store = useAppStore();
  const words = useLectureWords();
  const { place } = useLectureState();
  const { cues } = session.plan;
  const run = useStore((state) => state.session.run);
  const { from, to, told } = useMemo(() => spanOf(cues, place.index), [cues, place.index]);
  const seen = useRef<HTMLDivElement>(null);
  /** In shares of the line. */
  const xOf = (time: number) => Math.min(1, Math.max(0, (time - from) / (to - from)));
  const position = useRef(xOf);
  position.current = xOf;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run or stretch is another line.
  useEffect(() => {
    const show = (time: number) => {
      if (seen.current !== null) seen.current.style.width = `${100 * position.current(time)}%`;
    };
    show(store.time());
    return store.subscribeTime(show);
  }, [store, from, to, run]);
  return (
    <div className="slide__line" role="toolbar" aria-label={words.line}>
      <div ref={seen} className="slide__seen" />
      {told.map(({ cue, index }) => (
        <button
          key={index}
          type="button"
          className="slide__tick"
          style={{ left: `${100 * xOf(cue.time)}%` }}
          tabIndex={index === place.index ? 0 : -1}
          aria-current={index === place.index ? 'step' : undefined}
          aria-label={words.toCue(index + 1, cue.name)}
          onClick={() => session.goTo(index)}
        />
      ))}
    </div>
  );
}

/** The cues of the run that the cue belongs to, and the time that they take. */
function spanOf(cues: ReturnType<typeof useSession>['plan']['cues'], at: number) {
  const told = cues.map((cue, index) => ({ cue, index })).filter(({ cue }) => cue.run === cues[at].run);
  const times = told.map(({ cue }) => cue.time);
  const first = Math.min(...times);
  const last = Math.max(...times);
  const length = Math.max(1000, last - first);
  return { from: Math.max(0, first - length * 0.04), to: last + length * 0.02, told };
}
