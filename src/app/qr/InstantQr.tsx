import { useFrame, useStore } from '../../store';
import type { Frame } from '../../trace';
import { linkOfInstant } from './instant-link';
import { QrCode } from './QrCode';
import './qr.css';

const timeOf = (frame: Frame) => frame.time;

/** A QR code of the instant at the play head; none while it runs away. */
export function InstantQr({ tooLong }: { readonly tooLong: string }) {
  const run = useStore((state) => state.session.run);
  const playing = useStore((state) => state.playback.playing);
  const time = useFrame(timeOf);
  return (
    <div className="qr-place">{playing ? null : <QrCode text={linkOfInstant(run, time)} tooLong={tooLong} />}</div>
  );
}
