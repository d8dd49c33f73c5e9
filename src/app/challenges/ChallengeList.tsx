import { CHALLENGES, scoreOf, type Task, TOPICS } from '../../challenges';
import { Icon } from '../../ui';
import { challengeAddress, withBack } from '../route';
import { ClassBox } from './ClassBox';
import { useContents } from './context';
import { useProgress } from './keep';
import { runAddress } from './links';
import { ProgressBox } from './ProgressBox';
import './list.css';

export interface ChallengeListProps {
  readonly tasks: readonly Task[];
  /** The variant that all links lead to; null: the first one that the reader has not had. */
  readonly given: number | null;
  /** A link named a challenge that does not exist. */
  readonly fault: boolean;
}

/** All challenges and tasks, with how the reader did. */
export function ChallengeList({ tasks, given, fault }: ChallengeListProps) {
  const contents = useContents();
  return (
    <main className="chapters challenges">
      <div className="chapters__head">
        <h1>{contents.title}</h1>
        <p>{contents.about}</p>
        {fault ? (
          <p className="chapters__fault" role="status">
            {contents.noChallenge}
          </p>
        ) : null}
      </div>
      <ProgressBox />
      <ClassBox given={given} />
      {TOPICS.map((topic) => (
        <section key={topic} className="challenges__topic">
          <h2>{contents.topics[topic]}</h2>
          <ol>
            {CHALLENGES.filter((entry) => entry.topic === topic).map(({ id, study }) => (
              <ChallengeRow key={id} id={id} study={study} given={given} />
            ))}
          </ol>
        </section>
      ))}
      <section className="challenges__topic challenges__tasks">
        <h2>{contents.tasksTitle}</h2>
        <p>{contents.tasksAbout}</p>
        <ol>
          {tasks.map(({ id, start }) => (
            <TaskRow key={id} id={id} href={withBack(runAddress(start), { task: id })} />
          ))}
        </ol>
      </section>
    </main>
  );
}

interface ChallengeRowProps {
  readonly id: string;
  readonly study: string | null;
  readonly given: number | null;
}

function ChallengeRow({ id, study, given }: ChallengeRowProps) {
  const contents = useContents();
  const { answers } = useProgress();
  const { answered, right } = scoreOf({ answers, tasks: {} }, id);
  return (
    <li>
      <a
        className="challenges__row"
        href={challengeAddress({ challenge: id, variant: given ?? newVariant(id, answers) })}
      >
        <span>{contents.titles[id as keyof typeof contents.titles]}</span>
        {study === null ? null : <span className="challenges__study">{contents.study(study)}</span>}
        {answered === 0 ? null : (
          <span className="challenges__score">
            <Icon name="check" size={13} />
            {contents.score(right, answered)}
          </span>
        )}
      </a>
    </li>
  );
}

/** The first variant that the reader has not answered yet. */
function newVariant(id: string, answers: Readonly<Record<string, unknown>>): number {
  let variant = 1;
  while (variant < 99 && answers[`${id}.${variant}`] !== undefined) variant++;
  return variant;
}

function TaskRow({ id, href }: { readonly id: string; readonly href: string }) {
  const contents = useContents();
  const { title, goal } = contents.tasks[id as keyof typeof contents.tasks];
  const link = useProgress().tasks[id];
  return (
    <li>
      <a className="challenges__row challenges__task" href={href}>
        <span>{title}</span>
        <span className="challenges__goal">{goal}</span>
      </a>
      {link === undefined ? null : (
        <a className="challenges__own" href={link}>
          <Icon name="check" size={13} />
          {contents.task.done} {contents.task.yourRun}
        </a>
      )}
    </li>
  );
}
