import type { ServerId, Term } from '../raft';
import type { Cluster, Transition } from '../sim';
import { type Check, step, type Violation, violation, type WitnessStep } from './property';
import { NONE, type Recent, recall, remember } from './recent';

interface Win {
  readonly term: Term;
  readonly server: ServerId;
  readonly voters: readonly ServerId[];
  readonly step: WitnessStep;
}

/** So many elections and votes are remembered. Two leaders of one term are elected close to one another. */
const WINS = 200;
const VOTES = 100;

/** Election Safety (Figure 3, §5.2): at most one leader can be elected in a term. */
export class ElectionSafety implements Check {
  private wins: Recent<Win> = NONE;
  private votes: Recent<WitnessStep> = NONE;
  /** The highest term that was won. */
  private highest: Term = 0;

  clone(): ElectionSafety {
    return Object.assign(new ElectionSafety(), this);
  }

  check(transition: Transition, cluster: Cluster): Violation | null {
    const { server, before, after } = transition;
    if (server === null || before === null || after === null) return null;
    const { votedFor: other, currentTerm: term } = after;
    if (other !== null && (before.votedFor !== other || before.currentTerm !== term)) {
      this.votes = remember(this.votes, step('voted', transition, { server, other, term }), VOTES);
    }
    if (after.role !== 'leader' || before.role === 'leader') return null;
    const voters = cluster.hosts[server - 1].server.votesGranted.slice();
    return this.win(transition, { term, server, voters, step: step('elected', transition, { server, term }) });
  }

  private win(transition: Transition, win: Win): Violation | null {
    const { term, server } = win;
    const other = term > this.highest ? null : recall(this.wins, (one) => one.term === term && one.server !== server);
    this.wins = remember(this.wins, win, WINS);
    this.highest = Math.max(this.highest, term);
    if (other === null) return null;
    const text = `S${other.server} and S${server} both led term ${term}`;
    const witness = [...this.doubleVote(other, win), other.step, win.step];
    return violation('electionSafety', transition, [other.server, server], text, witness);
  }

  /** The two votes of a server that voted for both; none when the two had no voter in common. */
  private doubleVote(one: Win, other: Win): WitnessStep[] {
    for (const voter of one.voters.filter((server) => other.voters.includes(server))) {
      const votes = [one, other].map(({ server, term }) =>
        recall(this.votes, (vote) => vote.server === voter && vote.other === server && vote.term === term),
      );
      if (!votes.includes(null)) return votes.filter((vote) => vote !== null);
    }
    return [];
  }
}
