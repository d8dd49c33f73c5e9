/** What is announced, for React: apart from the other hooks, because it is loaded after the first picture. */
import { useEffect, useState } from 'react';
import { type Announcement, transitionsBetween } from '../trace';
import { createAnnouncer } from './announcer';
import { useAppStore } from './react';

/** What there is to say to screen readers, for a polite live region; a new one at most every second and a half. */
export function useAnnouncement(): Announcement | null {
  const store = useAppStore();
  const [said, setSaid] = useState<Announcement | null>(null);
  useEffect(() => {
    const announcer = createAnnouncer();
    const look = () => {
      const { trace, revision } = store.getState().session;
      const between = (after: number, upTo: number) => transitionsBetween(trace, after, upTo);
      const next = announcer.look(store.time(), revision, between, store.now());
      if (next !== null) setSaid(next);
    };
    look();
    return store.subscribeTransition(look);
  }, [store]);
  return said;
}
