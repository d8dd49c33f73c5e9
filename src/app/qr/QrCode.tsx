import { useMemo } from 'react';
import { encode } from 'uqr';

export interface QrCodeProps {
  readonly text: string;
  /** What is said in its place when there is more text than a code can hold. */
  readonly tooLong: string;
}

/** More cannot be read off a wall by a phone. */
const MOST = 1500;
/** White around it, in modules, without which readers do not find it. */
const BORDER = 4;

/** A QR code: black on white in every theme, because that is what phones read. */
export function QrCode({ text, tooLong }: QrCodeProps) {
  const code = useMemo(() => (text.length > MOST ? null : qrPath(text)), [text]);
  if (code === null) return <p>{tooLong}</p>;
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={text}
    >
      <rect width={code.size} height={code.size} fill="#ffffff" />
      <path d={code.d} fill="#000000" />
    </svg>
  );
}

/** The black modules as one path, and the size of all of it in modules. */
export function qrPath(text: string): { readonly size: number; readonly d: string } {
  const { data, size } = encode(text, { ecc: text.length > 400 ? 'L' : 'M', border: BORDER });
  const d = data.flatMap((row, y) => row.flatMap((black, x) => (black ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, d };
}
