import type { Back } from '../route';
import { Workbench } from '../Workbench';
import '../panes.css';
import '../narrow.css';

/** The sandbox. `back`: where the reader took over, or the task that is tried. */
export function PlayDoor({ back }: { readonly back: Back | null }) {
  return <Workbench back={back} />;
}
