/** Canvases that nobody sees, and what draws on any canvas, on the page or off it. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
export type Sheet = HTMLCanvasElement | OffscreenCanvas;

/** A canvas to keep a picture on; null where there is none. */
export function makeSheet(): Sheet | null {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(1, 1);
  return typeof document === 'undefined' ? null : document.createElement('canvas');
}

export function penOf(sheet: Sheet): Pen | null {
  return sheet.getContext('2d') as Pen | null;
}

/** Sets a canvas to its size in device pixels, which also clears it. */
export function resize(sheet: Sheet, width: number, height: number, ratio: number): void {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (sheet.width === w && sheet.height === h) penOf(sheet)?.clearRect(0, 0, w, h);
  else {
    sheet.width = w;
    sheet.height = h;
  }
}

/** Where a picture is shown: makes room for one of this size in device pixels, empty, and has it drawn. */
export type Surface = (size: { readonly width: number; readonly height: number }, draw: (pen: Pen) => void) => void;

/**
 * Shows pictures on a canvas of the page. A bitmap is handed to the browser once and kept; what a canvas holds by
 * itself it would take anew with every frame of the page.
 */
export function pageSurface(shown: HTMLCanvasElement): Surface {
  if (typeof OffscreenCanvas === 'undefined') return sheetSurface(shown);
  let pen: OffscreenCanvasRenderingContext2D | null = null;
  return ({ width, height }, draw) => {
    if (pen !== null && pen.canvas.width === width && pen.canvas.height === height) pen.reset();
    else pen = new OffscreenCanvas(width, height).getContext('2d');
    if (pen === null) return;
    draw(pen);
    if (shown.width !== width) shown.width = width;
    if (shown.height !== height) shown.height = height;
    shown.getContext('bitmaprenderer')?.transferFromImageBitmap(pen.canvas.transferToImageBitmap());
  };
}

/** Draws on a canvas itself. */
export function sheetSurface(sheet: Sheet): Surface {
  return ({ width, height }, draw) => {
    resize(sheet, width, height, 1);
    const pen = penOf(sheet);
    if (pen === null) return;
    pen.save();
    draw(pen);
    pen.restore();
  };
}
