import { useCallback, useMemo } from 'react';
import { formatInstant, formatNumber, type InspectorTexts, useInspectorTexts } from '../../i18n';
import type { Message } from '../../raft';
import { type EntryId, type Selection, useFrame } from '../../store';
import type { Frame, MessageView } from '../../trace';
import { Button, Icon, type IconName } from '../../ui';
import { useEntry } from '../context';
import { isSame } from '../same';
import { Fact } from './Facts';

type MessageState = Pick<MessageView, 'message' | 'phase' | 'doom' | 'sentAt' | 'arrivesAt' | 'heartbeat'>;

const isSameState = (a: MessageState | null, b: MessageState | null): boolean =>
  a === null || b === null ? a === b : isSame(a, b);

/** A message under way: every field of its RPC, when it arrives, and what can be done to it. `id`: its flight key. */
export function MessageInspector({ id }: { readonly id: number }) {
  const texts = useInspectorTexts();
  const words = texts.app.message;
  const select = useCallback((frame: Frame) => messageStateOf(frame, id), [id]);
  const state = useFrame(select, isSameState);
  const target = useMemo((): Selection => ({ type: 'message', key: id }), [id]);
  if (state === null) return <p className="inspector__empty">{words.gone}</p>;
  const { message } = state;
  return (
    <>
      <div className="inspector__head">
        <h2>{state.heartbeat ? `${message.type} (${texts.common.heartbeat})` : message.type}</h2>
      </div>
      <div className="inspector__buttons">
        <MessageButton id="drop" icon="drop" word="drop" target={target} />
        <MessageButton id="duplicate" icon="copy" word="duplicate" target={target} />
        <MessageButton id="deliver" icon="deliver" word="deliver" target={target} />
      </div>
      <dl className="computer">
        <Fact name={words.from}>{texts.common.server(message.from)}</Fact>
        <Fact name={words.to}>{texts.common.server(message.to)}</Fact>
        <Fact name={words.sent}>{formatInstant(state.sentAt)}</Fact>
        <Arrival state={state} />
        {fieldsOf(message, texts).map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </dl>
    </>
  );
}

function messageStateOf(frame: Frame, id: number): MessageState | null {
  const view = frame.messages.find(({ key }) => key === id);
  if (view === undefined) return null;
  const { message, phase, doom, sentAt, arrivesAt, heartbeat } = view;
  return { message, phase, doom, sentAt, arrivesAt, heartbeat };
}

function Arrival({ state }: { readonly state: MessageState }) {
  const words = useInspectorTexts().app.message;
  const { phase, doom, arrivesAt } = state;
  const select = useCallback(
    (frame: Frame) => Math.ceil(Math.max(0, arrivesAt - frame.time) / 1000) * 1000,
    [arrivesAt],
  );
  const left = useFrame(select);
  const value =
    doom === 'cut'
      ? words.doomed
      : phase === 'held'
        ? words.held
        : phase === 'waiting'
          ? words.waiting
          : `${formatInstant(arrivesAt)} (${words.arrivesIn(left)})`;
  return <Fact name={words.arrives}>{value}</Fact>;
}

/** The fields of the RPC by the paper's names. */
function fieldsOf(message: Message, { app, common }: InspectorTexts): readonly (readonly [string, string])[] {
  const words = app.message;
  const answer = (yes: boolean) => (yes ? words.yes : words.no);
  const term = ['term', String(message.term)] as const;
  switch (message.type) {
    case 'RequestVote':
      return [
        term,
        ['candidateId', common.server(message.from)],
        ['lastLogIndex', formatNumber(message.lastLogIndex)],
        ['lastLogTerm', String(message.lastLogTerm)],
      ];
    case 'PreVote':
      return [
        term,
        ['nextTerm', String(message.nextTerm)],
        ['lastLogIndex', formatNumber(message.lastLogIndex)],
        ['lastLogTerm', String(message.lastLogTerm)],
      ];
    case 'PreVoteResponse':
      return [term, ['nextTerm', String(message.nextTerm)], ['voteGranted', answer(message.voteGranted)]];
    case 'TimeoutNow':
      return [term, ['leaderId', common.server(message.from)]];
    case 'InstallSnapshot':
      return [
        term,
        ['leaderId', common.server(message.from)],
        ['lastIncludedIndex', formatNumber(message.lastIncludedIndex)],
        ['lastIncludedTerm', String(message.lastIncludedTerm)],
      ];
    case 'InstallSnapshotResponse':
      return [term, ['matchIndex', formatNumber(message.matchIndex)]];
    case 'RequestVoteResponse':
      return [term, ['voteGranted', answer(message.voteGranted)]];
    case 'AppendEntries': {
      const { prevLogIndex, prevLogTerm, entries, leaderCommit } = message;
      const last = prevLogIndex + entries.length;
      return [
        term,
        ['leaderId', common.server(message.from)],
        ['prevLogIndex', formatNumber(prevLogIndex)],
        ['prevLogTerm', String(prevLogTerm)],
        ['entries[]', entries.length === 0 ? words.noEntries : words.entries(prevLogIndex + 1, last)],
        ['leaderCommit', formatNumber(leaderCommit)],
      ];
    }
    case 'AppendEntriesResponse': {
      const { success, matchIndex, prevLogIndex, conflict } = message;
      const hint = conflict === null ? [] : [['conflict', words.conflict(conflict.term, conflict.index)] as const];
      return [
        term,
        ['success', answer(success)],
        ['matchIndex', formatNumber(matchIndex)],
        ['prevLogIndex', formatNumber(prevLogIndex)],
        ...hint,
      ];
    }
  }
}

interface MessageButtonProps {
  readonly id: EntryId;
  readonly icon: IconName;
  readonly word: 'drop' | 'duplicate' | 'deliver';
  readonly target: Selection;
}

function MessageButton({ id, icon, word, target }: MessageButtonProps) {
  const { enabled, run } = useEntry(id, target);
  const words = useInspectorTexts().app.message.buttons;
  return (
    <Button icon={<Icon name={icon} size={15} />} disabled={!enabled} onClick={run}>
      {words[word]}
    </Button>
  );
}
