/** SVG as a file, and as the pixels of a canvas. */

const XML = 'http://www.w3.org/2000/svg';

/** An SVG file of a size, with a background: it needs nothing beside itself. */
export function svgFile(width: number, height: number, background: string, parts: readonly Element[]): string {
  const root = svgElement('svg', { xmlns: XML, width, height, viewBox: `0 0 ${width} ${height}` });
  root.append(svgElement('rect', { width, height, fill: background }), ...parts);
  return new XMLSerializer().serializeToString(root);
}

export function svgElement(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS(XML, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** Draws an SVG file over all of a canvas. */
export async function drawSvg(text: string, canvas: HTMLCanvasElement): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
}

/** At so many times its size, for paper and slides. */
export async function pngOf(text: string, width: number, height: number, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  await drawSvg(text, canvas);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}
