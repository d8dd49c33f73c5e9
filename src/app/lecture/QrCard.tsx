import { useLectureWords } from '../../i18n';
import { InstantQr } from '../qr/InstantQr';

/** This very instant, for everybody in the hall to open. */
export function QrCard() {
  const words = useLectureWords();
  return (
    <div className="slide__qr" role="status" aria-label={words.qrTitle}>
      <InstantQr tooLong={words.qrTooLong} />
      <p>{words.qrTitle}</p>
    </div>
  );
}
