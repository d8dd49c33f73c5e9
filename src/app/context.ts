/** The registry of the store, for components. */
import { createContext, useCallback, useContext, useMemo } from 'react';
import { useTexts } from '../i18n';
import {
  type ActionContext,
  type AppStore,
  type EntryId,
  entry,
  labelOf,
  type Selection,
  useAppStore,
  useFrame,
} from '../store';
import { shownDiagram } from './diagram/control';

export function toggleFullScreen(): void {
  const change =
    document.fullscreenElement === null ? document.documentElement.requestFullscreen?.() : document.exitFullscreen();
  // A browser that refuses leaves the page as it is.
  change?.catch(() => {});
}

/** What writes files is loaded when the first one is wanted. */
function save(store: AppStore, what: 'run' | 'trace'): void {
  import('./saving').then(
    ({ saveRun, saveTrace }) => (what === 'run' ? saveRun(store) : saveTrace(store)),
    () => store.notify({ type: 'notSaved' }),
  );
}

/** The run on stage, from this instant on, for a hall. */
function openLecture(store: AppStore): void {
  store.pause();
  store.link().then(
    (link) => {
      window.location.hash = `lecture=own&${link.slice(1)}`;
    },
    () => undefined,
  );
}

export function contextOf(store: AppStore, target?: Selection | null): ActionContext {
  return {
    store,
    target,
    diagram: shownDiagram(),
    toggleFullScreen,
    save: (what) => save(store, what),
    openLecture: () => openLecture(store),
  };
}

/** What may be done here: an embed's author may allow less than all. */
const AllowedContext = createContext<(id: EntryId) => boolean>(() => true);

export const AllowedProvider = AllowedContext.Provider;

/** An entry as it would act now: what it is called, whether it can be done. Follows the cluster. */
export function useEntry(id: EntryId, target?: Selection | null) {
  const store = useAppStore();
  const texts = useTexts();
  const context = useMemo(() => contextOf(store, target), [store, target]);
  const isEnabled = useCallback(() => entry(id).enabled(context), [id, context]);
  const stateOf = useCallback(() => entry(id).state?.(context) ?? 0, [id, context]);
  const isAllowed = useContext(AllowedContext)(id);
  const enabled = useFrame(isEnabled) && isAllowed;
  const state = useFrame(stateOf);
  const key = entry(id).keys[0];
  return {
    label: labelOf(entry(id), texts.actions, context),
    keyName: key === undefined ? undefined : texts.keyName(key),
    enabled,
    state,
    run: () => entry(id).run(context),
  };
}
