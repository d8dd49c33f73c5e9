/** What a recording leaves open or contradicts, counted. */
import type { Remark, RemarkType } from '../trace';

export class Remarks {
  private readonly found = new Map<RemarkType, { count: number; readonly line: number }>();

  note(type: RemarkType, line = 0, count = 1): void {
    const known = this.found.get(type);
    if (known !== undefined) known.count += count;
    else if (count > 0) this.found.set(type, { count, line });
  }

  all(): Remark[] {
    return [...this.found].map(([type, { count, line }]) => ({ type, count, line }));
  }
}
