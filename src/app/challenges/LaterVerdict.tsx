import { later, type Place } from '../later';
import type { VerdictProps } from './Verdict';

const Box: Place<VerdictProps> = ({ children }) => <section className="verdict">{children}</section>;

const load = async () => (await import('./Verdict')).Verdict;

/** What comes after the run: wanted when the prediction is locked. */
export const LaterVerdict = later<VerdictProps>(load, Box);

/** Fetches it before it is shown. */
export function expectVerdict(): void {
  // Where it cannot be fetched, its place says so.
  load().catch(() => undefined);
}
