/** Whether a recording is on stage, for components. */
import { useStore } from '../store';
import { isRecorded } from '../trace';

/** What is on stage was recorded by another Raft: nothing can be done in it. */
export function useRecorded(): boolean {
  return useStore((state) => isRecorded(state.session.trace));
}
