import { later } from './later';

/** The logs of all servers, after the first picture: the stage is seen first. */
export const Logs = later<object>(
  async () => (await import('./LogPane')).LogPane,
  ({ children }) => <div className="log-pane">{children}</div>,
);
