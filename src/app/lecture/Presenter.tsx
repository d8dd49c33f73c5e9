import { useEffect, useRef, useState } from 'react';
import { useLectureWords, useTexts } from '../../i18n';
import { Button, Icon } from '../../ui';
import { Why } from '../why/Why';
import { useLectureState, useSession } from './hooks';
import { Slide } from './Slide';
import { elapsed } from './show';

/** The lecturer's own window: what the hall sees, what comes next, notes, time, and why things happen. */
export function Presenter() {
  const words = useLectureWords().presenter;
  return (
    <main className="presenter">
      <div className="presenter__left">
        <Slide quiet />
        <Tools />
        <Others />
        <AllCues />
      </div>
      <div className="presenter__right">
        <Time />
        <Next />
        <Notes />
        <div className="presenter__why">
          <h2>{words.why}</h2>
          <Why brief />
        </div>
      </div>
    </main>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Time() {
  const session = useSession();
  const words = useLectureWords().presenter;
  const { timer } = useLectureState();
  const now = useNow();
  const { language } = useTexts();
  const clock = new Date(now).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
  return (
    <div className="presenter__time">
      <div role="timer" aria-label={words.timer}>
        <strong>{elapsed(timer.since === null ? 0 : now - timer.since)}</strong>
        <span>{words.timer}</span>
      </div>
      <div>
        <strong>{clock}</strong>
        <span>{words.clock}</span>
      </div>
      <Button onClick={session.restartTimer}>{words.restart}</Button>
    </div>
  );
}

function Next() {
  const { plan } = useSession();
  const words = useLectureWords().presenter;
  const { place } = useLectureState();
  const next = plan.cues[place.index + 1];
  return (
    <section className="presenter__next" aria-label={words.next}>
      <h2>{words.next}</h2>
      <p>{next === undefined ? words.end : next.caption === '' ? next.name : next.caption}</p>
    </section>
  );
}

function Notes() {
  const { plan } = useSession();
  const words = useLectureWords().presenter;
  const { place } = useLectureState();
  const { notes } = plan.cues[place.index];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="presenter__notes" aria-label={words.notes} tabIndex={0}>
      <h2>{words.notes}</h2>
      <p className={notes === '' ? 'is-empty' : undefined}>{notes === '' ? words.noNotes : notes}</p>
    </section>
  );
}

function Tools() {
  const { controls } = useSession();
  const { show, tool, ink } = useLectureState();
  const words = useLectureWords();
  const { actions } = words;
  return (
    <fieldset className="presenter__tools" aria-label={words.presenter.tools}>
      <Button icon={<Icon name="previous" />} onClick={controls.back}>
        {actions.cueBack.label}
      </Button>
      <Button variant="primary" icon={<Icon name="next" />} onClick={controls.next}>
        {actions.cueNext.label}
      </Button>
      <Button aria-pressed={show.black} onClick={controls.black}>
        {actions.black.label}
      </Button>
      <Button aria-pressed={tool === 'laser'} onClick={controls.laser}>
        {actions.laser.label}
      </Button>
      <Button aria-pressed={tool === 'ink'} onClick={controls.ink}>
        {actions.ink.label}
      </Button>
      <Button disabled={ink.length === 0} onClick={controls.wipe}>
        {actions.wipe.label}
      </Button>
      <Button aria-pressed={show.focus !== null} onClick={controls.focus}>
        {actions.focusServer.label}
      </Button>
      <Button aria-pressed={show.qr} onClick={controls.qr}>
        {actions.qr.label}
      </Button>
    </fieldset>
  );
}

/** Whether the hall sees what is seen here. */
function Others() {
  const { controls } = useSession();
  const { others } = useLectureState();
  const words = useLectureWords().presenter;
  const text = { none: words.nobody, apart: words.outOfStep, same: words.inStep }[others];
  return (
    <div className="presenter__others" data-others={others}>
      <p role="status">{text}</p>
      {others === 'none' ? <Button onClick={controls.presenter}>{words.open}</Button> : null}
    </div>
  );
}

function AllCues() {
  const session = useSession();
  const words = useLectureWords();
  const { place } = useLectureState();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[place.index]?.scrollIntoView({ block: 'nearest' });
  }, [place.index]);
  return (
    <nav className="presenter__cues" aria-label={words.presenter.cues}>
      <h2>{words.presenter.cues}</h2>
      <ol ref={list}>
        {session.plan.cues.map((cue, i) => (
          <li key={cue.id}>
            <button type="button" aria-current={i === place.index ? 'step' : undefined} onClick={() => session.goTo(i)}>
              <span>{i + 1}</span> {cue.name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
