import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { Icon } from '../../ui';
import { CHALLENGE_COUNT, CHAPTER_COUNT } from '../chapter-count';

/** Runs that are worth opening, by the ids of their scenarios. */
const SCENES = ['two-leaders', 'figure-7', 'figure-8', 'figure-8-unsafe'] as const;

/** The doors. */
export function Cards() {
  const texts = useTexts();
  const { cards, learn, play, lab, challenges } = texts.doors;
  return (
    <nav className="cards" aria-label={cards.label}>
      <Card href="#learn" title={learn} about={cards.learn(CHAPTER_COUNT)}>
        <LearnFigure />
      </Card>
      <Card href="#play" title={play} about={cards.play}>
        <PlayFigure />
      </Card>
      <Card href="#challenges" title={challenges} about={cards.challenges(CHALLENGE_COUNT)}>
        <ChallengesFigure />
      </Card>
      <Card href="#lab" title={lab} about={cards.lab}>
        <LabFigure />
      </Card>
      <div className="card card--list">
        <h2>{cards.scenes}</h2>
        <p>{cards.scenesAbout}</p>
        <ul>
          {SCENES.map((id) => (
            <li key={id}>
              <a href={`#scenario=${id}`}>{cards.scene[id]}</a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

interface CardProps {
  readonly href: string;
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

function Card({ href, title, about, children }: CardProps) {
  return (
    <a className="card" href={href}>
      <h2>
        {title}
        <Icon name="next" />
      </h2>
      <p>{about}</p>
      {children}
    </a>
  );
}

/** A caption above the steps of a chapter. */
function LearnFigure() {
  return (
    <svg className="card__figure" viewBox="0 0 240 78" width="240" height="78" aria-hidden="true">
      <path className="card__line" d="M0 22H176M0 32H112" />
      <path className="card__done" d="M0 50H34M38 50H80M84 50H98" />
      <path className="card__rest" d="M98 50H128M132 50H152M156 50H186M190 50H214M216 50H240" />
      <circle className="card__knob" cx="98" cy="50" r="7.5" />
    </svg>
  );
}

/** A cut between two leaders. */
function PlayFigure() {
  return (
    <svg className="card__figure" viewBox="0 0 176 78" width="176" height="78" aria-hidden="true">
      <g className="card__leader">
        <circle cx="26" cy="18" r="10" />
        <circle cx="152" cy="39" r="10" />
      </g>
      <g className="card__leader-ring">
        <circle cx="26" cy="18" r="14" />
        <circle cx="152" cy="39" r="14" />
      </g>
      <g className="card__follower">
        <circle cx="26" cy="60" r="10" />
        <circle cx="104" cy="18" r="10" />
        <circle cx="104" cy="60" r="10" />
      </g>
      <path className="card__wall" d="M62 3V75M70 3V75M62 6H70M62 17H70M62 28H70M62 39H70M62 50H70M62 61H70M62 72H70" />
    </svg>
  );
}

/** A server around which a guess is drawn. */
function ChallengesFigure() {
  return (
    <svg className="card__figure" viewBox="0 0 176 78" width="176" height="78" aria-hidden="true">
      <g className="card__follower">
        <circle cx="24" cy="39" r="12" />
        <circle cx="88" cy="39" r="12" />
        <circle cx="152" cy="39" r="12" />
      </g>
      <circle className="card__guess" cx="88" cy="39" r="21" />
    </svg>
  );
}

/** Cumulative curves, the slow one dashed. */
function LabFigure() {
  return (
    <svg className="card__figure" viewBox="0 0 176 78" width="176" height="78" aria-hidden="true">
      <path className="card__line" d="M0 74H176" />
      <path className="card__curve card__curve--1" d="M14 74C34 70 30 8 62 6H176" />
      <path className="card__curve card__curve--2" d="M26 74C58 68 56 12 96 8H176" />
      <path className="card__curve card__curve--3" d="M50 74C104 70 96 20 168 12" />
    </svg>
  );
}
