import { useEffect } from 'react';
import { type AppStore, entryForKey, useAppStore } from '../store';
import { isRecorded } from '../trace';
import { contextOf } from './context';

/** Keys that work while a modal dialog is open. */
const IN_DIALOGS = ['close', 'help', 'palette'];

/** Every key of the registry, wherever the focus is. */
export function useKeyboard(): void {
  const store = useAppStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const found = entryForKey(event, store.getState().settings.shortcuts);
      if (found === null) return;
      if (document.querySelector('dialog[open]') !== null && !IN_DIALOGS.includes(found.entry.id)) return;
      const context = contextOf(store);
      event.preventDefault();
      if (found.entry.enabled(context)) found.entry.run(context, found.key);
      else if (found.entry.acts.length > 0 && isRecorded(store.getState().session.trace)) refuse(store);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store]);
}

/** A press that does nothing is answered: what is greyed says why nowhere else. */
function refuse(store: AppStore): void {
  store.notify({ type: 'refused', reason: 'recorded', action: { type: 'heal' } });
}
