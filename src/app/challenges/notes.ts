/** What stands beside the servers of a challenge, in words. */
import { useMemo } from 'react';
import type { Notes } from '../../challenges';
import { useFrame } from '../../store';
import type { Frame } from '../../trace';
import { useContents } from './context';

/** A text for each server, or null; undefined: votes and commit indexes stand there as always. */
export function useNotesOf(notes: Notes | undefined): readonly (string | null)[] | undefined {
  const contents = useContents();
  const select = useMemo(() => {
    let last: { readonly key: string; readonly texts: readonly (string | null)[] } | null = null;
    return (frame: Frame) => {
      const values = valuesOf(notes, frame);
      const key = values.join();
      const word = notes?.type === 'timers' ? contents.timeLeft : contents.roundTrip;
      if (last === null || last.key !== key) {
        last = { key, texts: values.map((value) => (value === null ? null : word(value))) };
      }
      return last.texts;
    };
  }, [notes, contents]);
  const shown = useFrame(select);
  return notes === undefined ? undefined : shown;
}

function valuesOf(notes: Notes | undefined, { servers }: Frame): readonly (number | null)[] {
  if (notes === undefined) return [];
  if (notes.type === 'roundTrips') return notes.values;
  return servers.map(({ timer, role }) =>
    timer?.kind === 'election' && role === 'follower' ? Math.round(timer.remaining / 1000) : null,
  );
}
