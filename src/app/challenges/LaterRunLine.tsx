import { later, type Place } from '../later';
import type { RunLineProps } from './RunLine';

const Box: Place<RunLineProps> = ({ children }) => <div className="story-line run-line">{children}</div>;

/** The run as a line, once the stage is there. */
export const LaterRunLine = later<RunLineProps>(async () => (await import('./RunLine')).RunLine, Box);
