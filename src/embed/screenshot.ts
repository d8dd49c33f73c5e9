/** The picture as a file of its own, as it stands at this instant. */
import { styledCopy } from '../stage';

const XML = 'http://www.w3.org/2000/svg';

const FONTS = "'Source Sans 3', Arial, 'Liberation Sans', Helvetica, 'Noto Sans CJK SC', 'PingFang SC', sans-serif";

/** The stage as SVG text, or as the address of PNG data at twice its size. */
export async function screenshot(as: 'svg' | 'png'): Promise<string> {
  const stage = document.querySelector<SVGSVGElement>('.embed__stage .stage-svg');
  if (stage === null) throw new Error('Nothing is drawn: the view of the cluster is not shown.');
  const { width, height } = stage.viewBox.baseVal;
  const svg = textOf(stage, width, height);
  return as === 'svg' ? svg : pngOf(svg, width, height);
}

function textOf(stage: SVGSVGElement, width: number, height: number): string {
  const root = document.createElementNS(XML, 'svg');
  for (const [name, value] of Object.entries({ xmlns: XML, width, height, viewBox: `0 0 ${width} ${height}` }))
    root.setAttribute(name, String(value));
  const title = document.createElementNS(XML, 'title');
  title.textContent = stage.getAttribute('aria-label');
  const ground = document.createElementNS(XML, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  root.append(title, ground, ...[...stage.children].map((child) => styledCopy(child)));
  // A file knows no fonts of the page; these are as wide.
  for (const text of root.querySelectorAll('[font-family]')) text.setAttribute('font-family', FONTS);
  return new XMLSerializer().serializeToString(root);
}

async function pngOf(svg: string, width: number, height: number): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
