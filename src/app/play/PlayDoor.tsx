import type { StoryPlace } from '../route';
import { Workbench } from '../Workbench';
import '../panes.css';
import '../narrow.css';

/** The sandbox. `back`: the place in the story where the reader took over. */
export function PlayDoor({ back }: { readonly back: StoryPlace | null }) {
  return <Workbench back={back} />;
}
