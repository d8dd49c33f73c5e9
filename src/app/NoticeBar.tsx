import { useEffect, useRef } from 'react';
import { type Notes, useNotes, useTexts } from '../i18n';
import type { Action } from '../sim';
import { type Notice, useAppStore, useStore } from '../store';
import { Button, Icon, IconButton } from '../ui';
import { ReadingCard, SavingCard } from './SavingCard';
import { brokenSentence } from './safety/proof-text';

/** One sentence about what was just asked for, with the way back. It is heard, and stays until it is replaced. */
export function NoticeBar() {
  const notice = useStore((state) => state.view.notice);
  return (
    <div className="notices">
      <div role="status">{notice === null ? null : <NoticeCard key={notice.id} notice={notice} />}</div>
      <SavingCard />
      <ReadingCard />
    </div>
  );
}

/** What is said in passing goes when it has been played on for so long, in milliseconds: the way back is in the menu too. */
const PASSING = 10_000;

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const store = useAppStore();
  const card = useRef<HTMLDivElement>(null);
  const playing = useStore((state) => state.playback.playing);
  const passes = playing && (notice.type === 'branchKept' || notice.type === 'undone');
  useEffect(() => {
    if (!passes) return;
    const timer = setTimeout(() => {
      if (card.current?.matches(':hover, :focus-within') !== true) store.dismissNotice();
    }, PASSING);
    return () => clearTimeout(timer);
  }, [passes, store]);
  const { undo } = useTexts().actions;
  const texts = useNotes();
  const act = (work: () => void) => () => {
    store.dismissNotice();
    work();
  };
  return (
    <div className="notice" ref={card}>
      <p>{sentenceOf(notice, texts)}</p>
      {notice.type === 'branchKept' || notice.type === 'branchDeleted' || notice.type === 'opened' ? (
        <Button onClick={act(() => store.undo())}>{undo.label}</Button>
      ) : null}
      {notice.type === 'broken' ? (
        <Button onClick={act(() => store.showPanel('safety'))}>{texts.safety.open}</Button>
      ) : null}
      {notice.type === 'offerPlay' ? (
        <Button variant="primary" onClick={act(() => store.play())}>
          {texts.notices.play}
        </Button>
      ) : null}
      <IconButton
        label={texts.notices.dismiss}
        tip="end"
        icon={<Icon name="close" />}
        onClick={() => store.dismissNotice()}
      />
    </div>
  );
}

/** The words of a notice, which has facts only. */
export function sentenceOf(notice: Notice, texts: Notes): string {
  const { notices, refusals } = texts;
  switch (notice.type) {
    case 'refused':
      return refusals[notice.reason](serversOf(notice.action));
    case 'branchKept':
    case 'branchMade':
    case 'branchDeleted':
    case 'branchOpened':
      return notices[notice.type](notice);
    case 'undone':
      return notices.undone(notice);
    case 'broken':
      return brokenSentence(notice.violation, texts);
    case 'noMoment':
      return notices.noMoment(notice);
    case 'badLink':
      return notices.badLink(notice);
    case 'notOpened':
      return notices.notOpened(notice);
    case 'notRecorded':
      return texts.imports.notOpened(notice.name, notice.problem);
    case 'recordingEnds':
      return texts.imports.ends;
    case 'opened':
      return notices.opened(notice);
    case 'saved':
      return notices.saved(notice);
    case 'stopped':
      return texts.stops.stopped(notice.stop.rule, notice.stop.facts, notice.stop.at);
    case 'nothingToUndo':
    case 'noEvent':
    case 'noServer':
    case 'noStep':
    case 'notSaved':
    case 'offerPlay':
      return notices[notice.type]();
  }
}

/** The servers that an action names. */
function serversOf(action: Action): { readonly server?: number; readonly from?: number; readonly to?: number } {
  if ('server' in action) return { server: action.server };
  return 'from' in action ? { from: action.from, to: action.to } : {};
}
