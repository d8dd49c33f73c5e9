import { useNotes, useTimeTools } from '../../i18n';
import { useAppStore, useStore } from '../../store';
import { Icon, IconButton } from '../../ui';
import './time.css';

/** What is on while it is on: the stops that are not usual, and the stretch that is repeated. */
export function WatchBar() {
  const store = useAppStore();
  const texts = useTimeTools().watch;
  const words = useNotes().stops;
  const breaks = useStore((state) => state.playback.breaks);
  const loop = useStore((state) => state.playback.loop);
  const rules = breaks.filter(({ type }) => type !== 'violation');
  return (
    <fieldset className="watch" aria-label={texts.label}>
      {rules.length === 0 ? null : (
        <Chip
          text={texts.stops(rules.map(words.rule))}
          clear={texts.clearStops}
          onClear={() => store.setBreaks(breaks.filter(({ type }) => type === 'violation'))}
        />
      )}
      {loop === null ? null : (
        <Chip text={texts.loop(loop.from, loop.to)} clear={texts.clearLoop} onClear={() => store.setLoop(null)} />
      )}
    </fieldset>
  );
}

interface ChipProps {
  readonly text: string;
  readonly clear: string;
  readonly onClear: () => void;
}

function Chip({ text, clear, onClear }: ChipProps) {
  const store = useAppStore();
  const { change } = useTimeTools().watch;
  return (
    <span className="watch__chip">
      <button type="button" title={`${text}. ${change}`} onClick={() => store.showPanel('stops')}>
        {text}
      </button>
      <IconButton tip="above" label={clear} icon={<Icon name="close" />} onClick={onClear} />
    </span>
  );
}
