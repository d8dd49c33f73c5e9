/** Lines become steps: what a server did at one moment is one of them, and no two share an instant. */
import type { ServerId } from '../raft';
import type { Action, Flight, Microseconds, Sequence, TransitionKind } from '../sim';
import type { Item, Step } from './recording';

/** A step to which lines may still be added. */
export type OpenStep = { -readonly [Name in keyof Step]: Step[Name] } & { items: Item[] };

export interface Beginning {
  readonly kind: TransitionKind;
  readonly server?: ServerId | null;
  readonly client?: number | null;
  readonly cause?: Sequence;
  readonly flight?: Flight | null;
  readonly action?: Action | null;
}

export class Steps {
  readonly all: OpenStep[] = [];
  /** The time of the open step as the file has it. */
  private told: Microseconds = Number.NEGATIVE_INFINITY;
  /** The last step of each server, by its id. */
  private readonly latest = new Map<ServerId, Sequence>();

  /** When a step that begins at this time will be. */
  timeOf(told: Microseconds): Microseconds {
    const last = this.all.at(-1)?.at ?? 0;
    return Math.max(last + 1, told);
  }

  /** The number of the step that is open. */
  get sequence(): Sequence {
    return this.all.length;
  }

  begin(told: Microseconds, { kind, server, client, cause, flight, action }: Beginning): OpenStep {
    const step: OpenStep = {
      at: this.timeOf(told),
      kind,
      server: server ?? null,
      client: client ?? null,
      cause: cause ?? 0,
      flight: flight ?? null,
      action: action ?? null,
      items: [],
    };
    this.told = told;
    this.all.push(step);
    if (step.server !== null) this.latest.set(step.server, this.all.length);
    return step;
  }

  /** The open step, where it is of this moment and fits; null: another one has to begin. */
  open(told: Microseconds, fits: (step: OpenStep) => boolean): OpenStep | null {
    const step = this.all.at(-1);
    return step !== undefined && told === this.told && fits(step) ? step : null;
  }

  /** The last step of a server; 0: there is none. */
  lastOf(server: ServerId): Sequence {
    return this.latest.get(server) ?? 0;
  }
}
