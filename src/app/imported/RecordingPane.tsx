import { useNotes } from '../../i18n';
import { useAppStore, useStore } from '../../store';
import type { Origin } from '../../trace';
import { Button, Icon } from '../../ui';
import './recording.css';

const useOrigin = (): Origin | null => useStore((state) => state.session.trace.source.origin);

/** That this is a recording, and of which file. */
export function Badge() {
  const words = useNotes().imports;
  const origin = useOrigin();
  if (origin === null) return null;
  return (
    <p className="head__run recording-badge" title={words.badge(origin.name)}>
      {words.badge(origin.name)}
    </p>
  );
}

/** Whose recording it is, what it leaves open, and the way back to what was open before. */
export function RecordingPane() {
  const store = useAppStore();
  const words = useNotes().imports;
  const origin = useOrigin();
  if (origin === null) return null;
  const { format, name, lines, nodes, remarks } = origin;
  const isRenamed = nodes.some((node, i) => node !== `S${i + 1}`);
  return (
    <section className="client recording" aria-label={words.title}>
      <div className="client__head">
        <h2>{words.title}</h2>
        <Button icon={<Icon name="undo" />} onClick={() => store.leaveRecording()}>
          {words.back}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className="recording__facts" tabIndex={0}>
        <p>{words.intro(format, name, lines)}</p>
        {isRenamed ? <p>{words.nodes(nodes)}</p> : null}
        {remarks.length === 0 ? null : (
          <>
            <h3>{words.remarksTitle}</h3>
            <ul>
              {remarks.map((remark) => (
                <li key={remark.type}>{words.remarks[remark.type](remark)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
