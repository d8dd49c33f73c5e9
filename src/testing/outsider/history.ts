/** What must hold over all servers and all time: the five properties of Figure 3. */
import type { Report } from './lines';
import { at, type Book, beginsWith, type Log } from './logs';

interface Leader {
  readonly id: string;
  readonly term: number;
  /** Its log when it was elected. */
  readonly log: Log;
}

interface Committed {
  readonly log: Log;
  /** The term of the leader that committed it. */
  readonly term: number;
}

export class History implements Book {
  readonly root: Log;
  private readonly leaders: Leader[] = [];
  private readonly entries = new Map<string, Log>();
  private readonly seen = new Set<Log>();
  private readonly committed = new Map<number, Committed>();
  /** The last index that is committed. */
  private top = 0;
  private readonly applied = new Map<number, { entry: string; result: string }>();
  private readonly report: Report;

  constructor(root: Log, report: Report) {
    this.root = root;
    this.report = report;
  }

  find(index: number, term: number): Log | null {
    return this.entries.get(`${index} ${term}`) ?? null;
  }

  /** What servers hold for committed when the trace begins. */
  given(log: Log, index: number): void {
    for (let node: Log | null = log; node !== null && node.index > 0; node = node.parent) {
      if (node.index <= index) this.committed.set(node.index, { log: node, term: 0 });
    }
    this.top = Math.max(this.top, index);
  }

  isCommitted(log: Log): boolean {
    return log === this.root || this.committed.get(log.index)?.log === log;
  }

  /** Log Matching: entries of equal index and term are preceded by equal logs, and are equal. */
  log(log: Log): void {
    for (let node: Log | null = log; node !== null && !this.seen.has(node); node = node.parent) {
      this.seen.add(node);
      const key = `${node.index} ${node.term}`;
      const other = this.entries.get(key);
      if (other === undefined) this.entries.set(key, node);
      else this.report('log-matching', `two different logs hold an entry of term ${node.term} at ${node.index}`);
    }
  }

  /** Election Safety, and Leader Completeness towards the past. */
  elected(id: string, term: number, log: Log): void {
    const other = this.leaders.find((leader) => leader.term === term);
    if (other !== undefined) this.report('election-safety', `${id} and ${other.id} are leaders of term ${term}`);
    const last = this.lastBefore(term);
    if (last !== undefined && !beginsWith(log, last.log)) {
      this.report('leader-completeness', `${id}, leader of term ${term}, lacks committed entry ${last.log.index}`);
    }
    this.leaders.push({ id, term, log });
  }

  private lastBefore(term: number): Committed | undefined {
    for (let i = this.top; i > 0; i--) {
      const known = this.committed.get(i);
      if (known !== undefined && known.term < term) return known;
    }
    return undefined;
  }

  /** A leader of `term` commits its log up to `index`. Leader Completeness towards later leaders. */
  commit(log: Log, index: number, term: number): void {
    for (let i = this.top + 1; i <= index; i++) {
      const entry = at(log, i);
      if (entry === null) return;
      this.committed.set(i, { log: entry, term });
      this.top = i;
      const lacking = this.leaders.find((leader) => leader.term > term && !beginsWith(leader.log, entry));
      if (lacking !== undefined) {
        this.report('leader-completeness', `${lacking.id}, leader of term ${lacking.term}, lacks committed entry ${i}`);
      }
    }
    this.agree(log, index);
  }

  /** What a server holds for committed is what was committed. */
  agree(log: Log, index: number): void {
    if (index < 1) return;
    const known = this.committed.get(index);
    if (known === undefined) this.report('commit', `entry ${index} is held for committed before a leader committed it`);
    else if (at(log, index) !== known.log) this.report('state-machine-safety', `entry ${index} is committed twice`);
  }

  /** State Machine Safety: every server applies the same entries with the same results. */
  apply(index: number, entry: string, result: string): void {
    const known = this.applied.get(index);
    if (known === undefined) this.applied.set(index, { entry, result });
    else if (known.entry !== entry)
      this.report('state-machine-safety', `two different entries are applied at ${index}`);
    else if (known.result !== result) this.report('state-machine-safety', `entry ${index} has two results`);
  }
}
