/** The space-time diagram that is shown, for keys and buttons. */
import type { DiagramControl } from '../../store';

let shown: DiagramControl | null = null;

export const shownDiagram = (): DiagramControl | null => shown;

/** Says which diagram is shown; returns how to end that. */
export function showControl(control: DiagramControl): () => void {
  shown = control;
  return () => {
    if (shown === control) shown = null;
  };
}
