import { useEffect, useState } from 'react';
import { loadTasks, noteTask, type Task, type TaskState, type Watcher } from '../../challenges';
import { type ChallengeContents, formatInstant, loadChallengeContents, useTexts } from '../../i18n';
import { useAppStore } from '../../store';
import { Button, Icon } from '../../ui';
import { theKeep } from './keep';

export interface TaskBarProps {
  readonly id: string;
}

/** Above the sandbox: what is to be reached, how far the reader's run has come, and the link of it once it is done. */
export function TaskBar({ id }: TaskBarProps) {
  const tasks = useTasks();
  const contents = useContentsOfLanguage();
  const task = tasks?.findTask(id) ?? null;
  if (tasks === null || task === null || contents === null) return <div className="task-bar" />;
  return <Bar key={id} task={task} createWatcher={tasks.createWatcher} contents={contents} />;
}

interface BarProps {
  readonly task: Task;
  readonly createWatcher: (task: Task) => Watcher;
  readonly contents: ChallengeContents;
}

function Bar({ task, createWatcher, contents }: BarProps) {
  const words = contents.tasks[task.id as keyof typeof contents.tasks];
  const [watcher] = useState(() => createWatcher(task));
  const state = useTaskState(task, watcher);
  return (
    <section className="task-bar" aria-label={contents.task.label}>
      <p className="task-bar__goal">
        <strong>{words.title}</strong>
        <span>{words.goal}</span>
      </p>
      <ul className="task-bar__steps">
        {words.steps.map((text, i) => (
          <li key={text} className={state.steps[i] ? 'is-reached' : ''}>
            <span className="unseen">{contents.task.step(text, state.steps[i])}</span>
            <span className="task-bar__mark" aria-hidden="true">
              {state.steps[i] ? <Icon name="check" size={12} /> : null}
            </span>
            <span aria-hidden="true">{text}</span>
          </li>
        ))}
      </ul>
      <div className="task-bar__end" role="status">
        {state.spoilt === null ? null : <p>{contents.task.spoilt[state.spoilt]}</p>}
        {state.doneAt === null ? null : <strong>{contents.task.reached(formatInstant(state.doneAt))}</strong>}
        {state.doneAt === null ? null : <CopyLink contents={contents} />}
      </div>
    </section>
  );
}

/** How far the run on stage has come at the play head; once it is done, its link goes into the reader's progress. */
function useTaskState(task: Task, watcher: Watcher): TaskState {
  const store = useAppStore();
  const [state, setState] = useState(() => watcher.look(store.getState().session.run, store.time()));
  useEffect(() => {
    const look = () => {
      const next = watcher.look(store.getState().session.run, store.time());
      setState((before) => (isSame(before, next) ? before : next));
    };
    look();
    return store.subscribeTransition(look);
  }, [store, watcher]);
  const isDone = state.doneAt !== null;
  useEffect(() => {
    if (!isDone) return;
    const note = (link: string) => theKeep().change((progress) => noteTask(progress, task.id, link));
    // Without its link a run is not kept; the task stays done on the page.
    store.link().then(note, () => undefined);
  }, [isDone, store, task]);
  return state;
}

const isSame = (a: TaskState, b: TaskState): boolean =>
  a.doneAt === b.doneAt && a.spoilt === b.spoilt && a.steps.every((step, i) => step === b.steps[i]);

/** The link of the reader's own run, as it is now. */
function CopyLink({ contents }: { readonly contents: ChallengeContents }) {
  const store = useAppStore();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${location.href.split('#')[0]}${await store.link()}`);
      setCopied(true);
    } catch {
      store.showPanel('share');
    }
  };
  return (
    <Button icon={<Icon name={copied ? 'check' : 'share'} />} onClick={copy} onBlur={() => setCopied(false)}>
      {copied ? contents.task.copied : contents.task.copy}
    </Button>
  );
}

type Tasks = Awaited<ReturnType<typeof loadTasks>>;

function useTasks(): Tasks | null {
  const [tasks, setTasks] = useState<Tasks | null>(null);
  useEffect(() => {
    // Without them the sandbox goes on.
    loadTasks().then(setTasks, () => undefined);
  }, []);
  return tasks;
}

function useContentsOfLanguage(): ChallengeContents | null {
  const { language } = useTexts();
  const [contents, setContents] = useState<ChallengeContents | null>(null);
  useEffect(() => {
    let wanted = true;
    loadChallengeContents(language).then(
      (loaded) => {
        if (wanted) setContents(loaded);
      },
      // The sandbox goes on without the task's words; another language or visit asks again.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return contents;
}
