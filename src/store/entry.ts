/** What everything that can be done has in common. */
import type { ActionType } from '../sim';
import type { Selection } from './state';
import type { AppStore } from './store';

export const GROUPS = ['transport', 'server', 'network', 'message', 'client', 'view', 'run'] as const;
export type Group = (typeof GROUPS)[number];

/** What an entry needs to know to be offered and done. */
export interface ActionContext {
  readonly store: AppStore;
  /** What a menu was opened on; without it, what is selected. */
  readonly target?: Selection | null;
  toggleFullScreen(): void;
  /** The space-time diagram, while it is shown. */
  readonly diagram?: DiagramControl | null;
  /** Gives the reader a file: the run, or the trace of what has been seen of it. */
  save(what: 'run' | 'trace'): void;
  /** Shows the run for a hall. */
  openLecture?(): void;
  /** What a lecture can do; absent elsewhere. */
  readonly lecture?: LectureControls;
}

/** What the keys of a lecture ask for. */
export interface LectureControls {
  next(): void;
  back(): void;
  first(): void;
  last(): void;
  /** The screen goes black, or comes back. */
  black(): void;
  /** Opens the lecturer's own window. */
  presenter(): void;
  /** The selected server as large as it can be, or all of them again. */
  focus(): void;
  laser(): void;
  ink(): void;
  /** Away with what was drawn. */
  wipe(): void;
  qr(): void;
  /** Puts away what lies over the picture. */
  close(): void;
}

/** What can be asked of the space-time diagram. */
export interface DiagramControl {
  /** Shows less time at the play head, or more. */
  zoom(direction: 1 | -1): void;
  whole(): void;
  fold(): void;
  light(side: 'past' | 'future'): void;
  readonly canLight: boolean;
}

/** The words of one entry. `states`: instead of the label where the entry does one of two opposite things. */
export interface ActionWords {
  readonly label: string;
  readonly states?: readonly [string, string];
}

export interface Entry<Id extends string = string> {
  readonly id: Id;
  readonly group: Group;
  /**
   * Keys as `KeyboardEvent.key` names them, letters in lower case, with `Shift+` and `Ctrl+` before them (Ctrl stands
   * for Command too). The first is the one that is shown.
   */
  readonly keys: readonly string[];
  /** The actions of the world that can be reached through it. */
  readonly acts: readonly ActionType[];
  enabled(context: ActionContext): boolean;
  /** @param key the key that was pressed, where one was */
  run(context: ActionContext, key?: string): void;
  /** 0 or 1: which of its two opposites it would do now. */
  state?(context: ActionContext): 0 | 1;
}
