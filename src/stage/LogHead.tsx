import { useTexts } from '../i18n';
import type { ServerId } from '../scene';
import type { LogScroll } from './LogScroll';

interface LogHeadProps {
  /** Whose view the triangles show. */
  leader: ServerId | null;
  scroll: LogScroll;
}

/** Title, legend of the triangles, and the way back to the end of the logs. */
export function LogHead({ leader, scroll }: LogHeadProps) {
  const texts = useTexts().tables.log;
  return (
    <header className="logs-head">
      <h2 className="logs-title">{texts.title}</h2>
      {scroll.scrollable && (
        <button type="button" className="logs-button" aria-label={texts.earlier} onClick={() => scroll.by(-1)}>
          <svg width="8" height="10" viewBox="-4 -5 8 10" aria-hidden="true">
            <path d="M2-4L-2 0L2 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </button>
      )}
      {scroll.start !== null && (
        <button type="button" className="logs-button" onClick={scroll.toEnd}>
          {texts.latest}
          <svg width="9" height="10" viewBox="-4 -5 9 10" aria-hidden="true">
            <path d="M-3-4L1 0L-3 4M4-4V4" fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </button>
      )}
      {leader !== null && (
        <p className="logs-legend">
          <svg width="12" height="11" viewBox="-6 -6 12 11" aria-hidden="true">
            <path className="log-match" d="M0-4L4.6 3.6H-4.6Z" />
          </svg>
          {texts.match}
          <svg width="12" height="11" viewBox="-6 -6 12 11" aria-hidden="true">
            <path className="log-next" d="M0-4L4.6 3.6H-4.6Z" />
          </svg>
          {texts.nextSeenBy(leader)}
        </p>
      )}
    </header>
  );
}
