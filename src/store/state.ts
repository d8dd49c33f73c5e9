/** What the page knows beside the run: where the play head is, what is chosen and open, what the reader prefers. */
import type { Violation } from '../invariants';
import type { ServerId } from '../raft';
import type { Problem } from '../recorded';
import type { LinkError } from '../share';
import type { Action, Microseconds, Run } from '../sim';
import type { Break, BreakRule, Trace } from '../trace';
import type { RefusalReason } from './refusal';

export interface AppState {
  readonly session: Session;
  readonly playback: Playback;
  readonly view: View;
  readonly settings: Settings;
}

export interface Session {
  /** The whole run, with all its groups. */
  readonly run: Run;
  /** Which of its Raft groups is shown, from 1. */
  readonly group: number;
  /** The trace of that group. Grows in place; `revision` says when it was replaced. */
  readonly trace: Trace;
  /** Other futures that the reader left, oldest first. */
  readonly branches: readonly Branch[];
  /** The branch that is on stage, where it has been one; null: what is on stage has no name yet. */
  readonly current: BranchName | null;
  readonly scenario: string | null;
  /** Grows when run and trace are replaced. */
  readonly revision: number;
  /** There is something that `undo` takes back. */
  readonly undoable: boolean;
  /** The safety properties are watched: the monitor has been loaded. */
  readonly watched: boolean;
}

export interface BranchName {
  readonly id: number;
  /** A letter or more, A first: words are made of it by i18n. */
  readonly name: string;
  /** What the reader calls it instead, or null. */
  readonly title: string | null;
}

export interface Branch extends BranchName {
  readonly run: Run;
  /** Where the play head was when the reader left. */
  readonly leftAt: Microseconds;
  /** How far it had been simulated then. */
  readonly seen: Microseconds;
}

/** A stretch of the run that is repeated; without an end it is still being chosen. */
export interface Loop {
  readonly from: Microseconds;
  readonly to: Microseconds | null;
}

export interface Playback {
  /** While playing written about four times a second, otherwise exact; `store.time()` is always exact. */
  readonly time: Microseconds;
  readonly playing: boolean;
  /** Virtual time per real time. */
  readonly rate: number;
  /** The run itself says how fast: slowly near decisive moments. `rate` is what it was before. */
  readonly auto: boolean;
  readonly loop: Loop | null;
  /** On what playback stops. */
  readonly breaks: readonly BreakRule[];
  /** The play head is at the end of what has been simulated. */
  readonly live: boolean;
}

export interface View {
  readonly selection: Selection | null;
  readonly panel: Panel | null;
  readonly notice: Notice | null;
  /** The client that is spoken to, from 1. */
  readonly client: number;
  /** How much of a file that takes long has been made, in [0, 1]; null when none is being made. */
  readonly saving: number | null;
  /** The file of a recording that is being read, and how much of it has been, in [0, 1]; null: none is. */
  readonly reading: { readonly name: string | null; readonly share: number } | null;
  /** The space-time diagram fills the workbench. */
  readonly diagram: boolean;
  /** The branch that is shown beside what is on stage, or null. */
  readonly beside: number | null;
}

export type Selection =
  | { readonly type: 'server'; readonly id: ServerId }
  | { readonly type: 'message'; readonly key: number };

/** Chrome that is open; at most one at a time. */
export const PANELS = [
  'inspector',
  'legend',
  'help',
  'palette',
  'why',
  'safety',
  'partition',
  /** Latency, loss, duplication of all links or of one; one-way cuts and holds. */
  'network',
  /** Clock and disk of the selected server. */
  'machine',
  'clients',
  'members',
  'options',
  'rules',
  'scenarios',
  'timing',
  /** Ways to step, what playback stops on, speed by itself, and the loop. */
  'stops',
  'write',
  'branches',
  'bookmarks',
  'settings',
  'newCluster',
  'share',
  'open',
  'goTo',
  /** What recordings of other Rafts are made of. */
  'traceFormat',
  /** Rules switched off, and the hunt for what breaks without them. */
  'breakRaft',
] as const;
export type Panel = (typeof PANELS)[number];

/** One clear sentence for the reader, as facts; `texts.notices` makes the words. */
export type Notice = { readonly id: number } & NoticeContent;

export type NoticeContent =
  | { readonly type: 'refused'; readonly reason: RefusalReason; readonly action: Action }
  /** Acting in the past kept the old future as a branch. */
  | { readonly type: 'branchKept'; readonly branch: number; readonly name: string }
  | { readonly type: 'branchOpened'; readonly branch: number; readonly name: string }
  | { readonly type: 'branchMade'; readonly branch: number; readonly name: string }
  | { readonly type: 'branchDeleted'; readonly name: string }
  | { readonly type: 'undone'; readonly at: Microseconds }
  | { readonly type: 'nothingToUndo' }
  /** No key moment in that direction; forward: none in the next ten virtual seconds. */
  | { readonly type: 'noMoment'; readonly direction: Direction }
  /** No server is selected whose events could be gone through. */
  | { readonly type: 'noServer' }
  /** Nothing of the kind in the next ten virtual seconds. */
  | { readonly type: 'noStep' }
  /** Playback stopped on what it was to stop on. */
  | { readonly type: 'stopped'; readonly stop: Break }
  /** Nothing will ever happen again. */
  | { readonly type: 'noEvent' }
  | { readonly type: 'badLink'; readonly part: LinkPart; readonly error: LinkError | null }
  /** Of a file, which has a name, or of a pasted text. Without part and error it could not be read at all. */
  | {
      readonly type: 'notOpened';
      readonly name: string | null;
      readonly part: LinkPart | null;
      readonly error: LinkError | null;
    }
  | { readonly type: 'opened'; readonly name: string | null }
  /** Of a recording, with what is wrong in it; null: it is too long, or could not be read at all. */
  | { readonly type: 'notRecorded'; readonly name: string | null; readonly problem: Problem | 'tooLong' | 'unreadable' }
  /** The recording that is on stage goes no further. */
  | { readonly type: 'recordingEnds' }
  | { readonly type: 'saved'; readonly name: string }
  | { readonly type: 'notSaved' }
  /** A property broke, and playback stopped right there. */
  | { readonly type: 'broken'; readonly violation: Violation }
  /** The reader prefers reduced motion, so nothing plays unasked. */
  | { readonly type: 'offerPlay' };

/** The part of a link that could not be understood. */
export type LinkPart = 'link' | 'run' | 'time' | 'servers' | 'seed' | 'scenario';

/** Back or forth in time. */
export type Direction = -1 | 1;

export interface Settings {
  readonly theme: 'auto' | 'light' | 'dark' | 'projector';
  readonly language: 'auto' | 'en' | 'zh-CN';
  readonly motion: 'auto' | 'reduce' | 'full';
  /** Single-key shortcuts (WCAG 2.1.4). */
  readonly shortcuts: boolean;
  /** Changes of roles and commits are heard, too. */
  readonly sound: boolean;
  /** Size of type and marks, one of SCALES. */
  readonly scale: number;
}

export const SCALES = [0.75, 0.875, 1, 1.25, 1.5, 2, 2.5] as const;

export const DEFAULT_SETTINGS: Settings = {
  theme: 'auto',
  language: 'auto',
  motion: 'auto',
  shortcuts: true,
  sound: false,
  scale: 1,
};

/** Virtual time per real time, slowest first. */
export const RATES = [1 / 200, 1 / 100, 1 / 50, 1 / 20, 1 / 10, 1 / 5, 1 / 2, 1, 2, 5, 10] as const;
export const DEFAULT_RATE = 1 / 20;

/** Playback stops on these unless the reader says otherwise. */
export const DEFAULT_BREAKS: readonly BreakRule[] = [{ type: 'violation' }];
