/** The latest operations of all clients, each with what became of it. */
import { type Entry, isQuorum, membersOf, type ServerId } from '../../raft';
import { isCut } from '../../sim';
import type { Frame, ServerView } from '../../trace';
import { printOperation } from './operation-text';

export interface OperationRow {
  readonly key: string;
  readonly command: string;
  readonly outcome:
    | 'ok'
    | 'fail'
    | 'read'
    | 'unknown'
    | 'waiting'
    | 'reading'
    | 'stuck'
    | 'answering'
    | 'down'
    | 'asked'
    | 'sent';
  readonly target: ServerId;
  readonly index: number;
  readonly value: string | null;
  /** Ended operations: how long they took, in virtual microseconds; 0 while they last. */
  readonly age: number;
  readonly attempts: number;
}

/** Entries that are looked through for an operation under way. */
const LOOK_BACK = 64;

type Client = Frame['clients'][number];

/** The last `count` operations, oldest first. */
export function latestOperations(frame: Frame, count: number): OperationRow[] {
  const rows = frame.clients.flatMap((client) => [
    ...client.recent.slice(-count).map((finished) => ({ at: finished.invokedAt, row: finishedRow(client, finished) })),
    ...client.pending
      .slice(-count)
      .map((pending) => ({ at: pending.invokedAt, row: pendingRow(frame, client, pending) })),
  ]);
  return rows
    .sort((a, b) => a.at - b.at)
    .slice(-count)
    .map(({ row }) => row);
}

function finishedRow({ id }: Client, finished: Client['recent'][number]): OperationRow {
  const { serial, operation, target, attempts, index, value, status, finishedAt, invokedAt } = finished;
  const outcome = status !== 'ok' ? status : operation.type === 'get' || operation.type === 'read' ? 'read' : 'ok';
  const command = printOperation(operation);
  return { key: `${id} ${serial}`, command, outcome, target, index, value, age: finishedAt - invokedAt, attempts };
}

function pendingRow(frame: Frame, { id }: Client, pending: Client['pending'][number]): OperationRow {
  const { serial, operation, target, attempts } = pending;
  const server = frame.servers[target - 1];
  const index = server === undefined ? 0 : indexOf(server.log, id, serial);
  const outcome = pendingOutcome(frame, server, index, pending);
  return {
    key: `${id} ${serial}`,
    command: printOperation(operation),
    outcome,
    target,
    index,
    value: null,
    age: 0,
    attempts,
  };
}

function pendingOutcome(
  frame: Frame,
  server: ServerView | undefined,
  index: number,
  { attempts, operation }: Client['pending'][number],
): OperationRow['outcome'] {
  if (server?.status === 'crashed') return 'down';
  if (server !== undefined && index > 0) {
    if (index <= server.commitIndex) return 'answering';
    return canCommit(frame, server) ? 'waiting' : 'stuck';
  }
  if (operation.type === 'read' && (server?.duties?.readsWaiting ?? 0) > 0) return 'reading';
  return attempts > 1 ? 'asked' : 'sent';
}

/** The server leads and reaches a majority. */
function canCommit({ servers, network }: Frame, server: ServerView): boolean {
  const isReached = (id: ServerId): boolean =>
    servers[id - 1]?.status !== 'crashed' && (id === server.id || !isCut(network, server.id, id));
  return server.role === 'leader' && isQuorum(server.configuration, membersOf(server.configuration).filter(isReached));
}

/** Where the log holds the operation, near its end; 0 when it does not. */
function indexOf(log: Entry, client: number, serial: number): number {
  let entry: Entry | null = log;
  for (let i = 0; i < LOOK_BACK && entry !== null; i++, entry = entry.previous) {
    const { command } = entry;
    if (command.type === 'client' && command.client === client && command.serial === serial) return entry.index;
  }
  return 0;
}
