/** A lecture and the browser: keys, pointer, screen, title. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { lectureEntryForKey, useAppStore } from '../../store';
import { contextOf, toggleFullScreen } from '../context';
import type { LectureSession, LectureState } from './session';

const SessionContext = createContext<LectureSession | null>(null);

export const SessionProvider = SessionContext.Provider;

export function useSession(): LectureSession {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('There is no SessionProvider above this component.');
  return session;
}

export function useLectureState(): LectureState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

const always = () => true;

const AllowsContext = createContext<(id: string) => boolean>(always);

export const AllowsProvider = AllowsContext.Provider;

/** Whether an entry may be used here. */
export const useAllows = () => useContext(AllowsContext);

/**
 * The keys of lectures, wherever the focus is.
 *
 * @param allows whether an entry may be used here
 */
export function useLectureKeys(session: LectureSession, allows: (id: string) => boolean = always): void {
  const store = useAppStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const found = lectureEntryForKey(event, store.getState().settings.shortcuts);
      if (found === null || !allows(found.entry.id)) return;
      const isPress =
        event.key === 'Enter' && event.target instanceof Element && event.target.closest('button, a[href]');
      if (isPress) return;
      const context = { ...contextOf(store), toggleFullScreen: fullScreen, lecture: session.controls };
      event.preventDefault();
      if (found.entry.enabled(context)) found.entry.run(context, found.key);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [session, store, allows]);
}

interface KeyboardLock {
  lock?(keys: readonly string[]): Promise<void>;
}

/** In full screen a short press of Esc, which some remotes send, is then ours; a long one always leaves. */
function fullScreen(): void {
  toggleFullScreen();
  const { keyboard } = navigator as Navigator & { readonly keyboard?: KeyboardLock };
  keyboard?.lock?.(['Escape']).catch(() => undefined);
}

/** So long after it moved last the pointer is hidden, in milliseconds. */
const IDLE = 2500;

/** Whether the pointer has rested for a while. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), IDLE);
    };
    document.addEventListener('pointermove', onMove);
    return () => {
      document.removeEventListener('pointermove', onMove);
      clearTimeout(timer);
    };
  }, []);
  return isIdle;
}

/** Keeps the screen awake, where the browser lets it and while the window is seen. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const ask = () => {
      if (document.hidden || navigator.wakeLock === undefined) return;
      navigator.wakeLock.request('screen').then(
        (granted) => {
          if (isOver) void granted.release();
          else lock = granted;
        },
        () => undefined,
      );
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
