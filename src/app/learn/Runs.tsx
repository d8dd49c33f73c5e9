import { useTexts } from '../../i18n';
import type { Stop } from '../../stories';

interface RunsProps {
  readonly stops: readonly Stop[];
  /** The run that is told now, from 0. */
  readonly act: number;
  /** Names of the chapter's parts. */
  readonly parts: Readonly<Record<string, string>>;
  readonly onGo: (index: number) => void;
}

/** Where a chapter tells several runs: the way to the beginning of each. */
export function Runs({ stops, act, parts, onGo }: RunsProps) {
  const texts = useTexts().doors.story;
  const firsts = stops.filter((stop, i) => i === 0 || stop.act !== stops[i - 1].act);
  if (firsts.length < 2) return null;
  return (
    <nav className="runs" aria-label={texts.runs}>
      {firsts.map((stop) => {
        const name = texts.run(stop.act + 1, parts[stop.cue.part ?? ''] ?? '');
        return (
          <button
            key={stop.act}
            type="button"
            aria-label={name}
            title={name}
            aria-current={stop.act === act ? 'true' : undefined}
            onClick={() => onGo(stop.index)}
          >
            {stop.act + 1}
          </button>
        );
      })}
    </nav>
  );
}
