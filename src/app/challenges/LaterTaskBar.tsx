import { later, type Place } from '../later';
import type { TaskBarProps } from './TaskBar';
import './task-bar.css';

const Box: Place<TaskBarProps> = ({ children }) => <div className="task-bar">{children}</div>;

/** The task that is tried in the sandbox. */
export const LaterTaskBar = later<TaskBarProps>(async () => (await import('./TaskBar')).TaskBar, Box);
