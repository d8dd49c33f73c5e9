import { useCallback } from 'react';
import { useFrame } from '../store';
import type { Frame } from '../trace';
import { later, type Place } from './later';
import { useLayout } from './layout';
import { heightOfLogs } from './log-height';

const Box: Place<object> = ({ children }) => {
  const { form } = useLayout();
  const servers = useFrame(useCallback((frame: Frame) => frame.servers.length, []));
  return (
    <div className="log-pane">
      <div className="log-pane__box" style={form === 'narrow' ? { height: heightOfLogs(servers) } : undefined}>
        {children}
      </div>
    </div>
  );
};

/** The logs of all servers, after the first picture: the stage is seen first. */
export const Logs = later<object>(async () => (await import('./LogPane')).LogPane, Box);
