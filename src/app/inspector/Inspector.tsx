import { useCallback } from 'react';
import { useInspectorTexts } from '../../i18n';
import { useFrame, useStore } from '../../store';
import type { Frame } from '../../trace';
import { MessageInspector } from './MessageInspector';
import { ServerInspector } from './ServerInspector';
import './inspector.css';

/** All state of what is selected; without a selection, of the leader or of who wants to be. */
export function Inspector() {
  const texts = useInspectorTexts().app;
  const selection = useStore((state) => state.view.selection);
  const leader = useFrame(useCallback(leaderOf, []));
  return (
    <section className="inspector" aria-label={texts.regions.inspector}>
      {selection?.type === 'message' ? (
        <MessageInspector id={selection.key} />
      ) : selection !== null || leader !== 0 ? (
        <ServerInspector id={selection?.id ?? leader} />
      ) : (
        <div className="inspector__empty">
          <h2>{texts.server.choose}</h2>
          <p>{texts.server.howTo}</p>
        </div>
      )}
    </section>
  );
}

/** The leader of the newest term; without one the candidate of the newest term; or 0. */
function leaderOf({ servers }: Frame): number {
  return newest(servers, 'leader') || newest(servers, 'candidate');
}

function newest(servers: Frame['servers'], role: 'leader' | 'candidate'): number {
  let found = 0;
  let term = -1;
  for (const server of servers) {
    if (server.role !== role || server.status === 'crashed' || server.term <= term) continue;
    found = server.id;
    term = server.term;
  }
  return found;
}
