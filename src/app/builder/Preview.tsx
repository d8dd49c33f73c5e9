import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useBuilder } from '../../i18n';
import { type EmbedOptions, embedAddress } from '../../share';
import { Button, useSize } from '../../ui';
import { createAsker } from './asker';

export interface PreviewHandle {
  /** The full page at exactly what is shown. */
  link(): Promise<string>;
  /** The stage as SVG text. */
  picture(): Promise<string>;
}

interface PreviewProps {
  readonly ref: Ref<PreviewHandle>;
  readonly options: Partial<EmbedOptions>;
  readonly width: number;
  readonly height: number;
  readonly onFit: (height: number) => void;
  /** It can be asked from now on: another page has come into the frame. */
  readonly onReady: () => void;
}

/** While the author types, in milliseconds. */
const PAUSE = 250;

/** The embed itself, in a frame of its real size; smaller only where the window has no room for it. */
export function Preview({ ref, options, width, height, onFit, onReady }: PreviewProps) {
  const texts = useBuilder();
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useSize(box)?.width ?? width;
  const address = useSettled(embedAddress(options, './embed.html'));
  const bridge = useMemo(() => createAsker(frame), []);
  const [wanted, setWanted] = useState<number | null>(null);
  useEffect(() => bridge.listen(setWanted, onReady), [bridge, onReady]);
  useEffect(() => {
    bridge.forget();
    if (frame.current !== null) frame.current.src = address;
  }, [bridge, address]);
  useImperativeHandle(
    ref,
    () => ({
      link: () => bridge.ask<string>('getLink'),
      picture: () => bridge.ask<string>('screenshot'),
    }),
    [bridge],
  );
  const scale = Math.min(1, room / width);
  return (
    <section className="builder__preview" aria-label={texts.preview}>
      <div className="builder__size">
        <strong>{texts.previewSize(width, height)}</strong>
        {scale < 1 ? <span>{Math.round(scale * 100)} %</span> : null}
        {wanted === null || wanted === height ? null : (
          <Button variant="plain" onClick={() => onFit(wanted)}>
            {texts.wants(wanted)}
          </Button>
        )}
      </div>
      <div ref={box} className="builder__box" style={{ height: height * scale + 2 }}>
        {/* Where only what is behind the `#` differs, another source would load no page: so it is another frame. */}
        <iframe
          key={address}
          ref={frame}
          className="builder__frame"
          title={texts.preview}
          width={width}
          height={height}
          style={{ transform: scale < 1 ? `scale(${scale})` : undefined }}
        />
      </div>
    </section>
  );
}

/** The value after it has not changed for a while. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
