import type { Input, RuleId } from '../raft';
import type { Cluster, Host, Packet } from './cluster';
import type { Microseconds, Run } from './run';
import type { TransitionEvent } from './transition';

/** What actions and clients may do while a transition is under way. */
export interface WorldContext {
  readonly cluster: Cluster;
  readonly run: Run;
  /** The time of the transition. */
  readonly now: Microseconds;
  /** Notes what came of the transition. */
  emit(event: TransitionEvent): void;
  /** Reports that a rule fired. */
  rule(id: RuleId): void;
  /** Puts a packet on its link. */
  transmit(packet: Packet): void;
  startElectionTimer(host: Host): void;
  /** Hands the server an input from outside. */
  ask(host: Host, input: Input): void;
}
