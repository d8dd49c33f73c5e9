/** Results as files: CSV with parameters and seeds; the pictures as SVG or PNG with the same written below. */
import type { LabTexts } from '../../i18n';
import { type Experiment, headOf, type Results, toCsv } from '../../lab';
import { styledCopy } from '../../stage';

const LINE = 16;
const MARGIN = 20;
const XML = 'http://www.w3.org/2000/svg';

export function exportCsv(experiment: Experiment, results: Results): void {
  save(new Blob([toCsv(experiment, results)], { type: 'text/csv' }), `${experiment.id}.csv`);
}

export function exportSvg(experiment: Experiment, texts: LabTexts): void {
  const picture = pictureOf(experiment, texts);
  if (picture !== null) save(new Blob([picture.text], { type: 'image/svg+xml' }), `${experiment.id}.svg`);
}

/** At twice the size, for paper and slides. */
export async function exportPng(experiment: Experiment, texts: LabTexts): Promise<void> {
  const picture = pictureOf(experiment, texts);
  if (picture === null) return;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * 2;
  canvas.height = picture.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => {
    if (blob !== null) save(blob, `${experiment.id}.png`);
  }, 'image/png');
}

/** All plots of the page in one picture, each where it is, over the parameters and seeds. */
function pictureOf(experiment: Experiment, texts: LabTexts) {
  const plots = [...document.querySelectorAll<SVGSVGElement>('.plot__svg')];
  if (plots.length === 0) return null;
  const bounds = plots.map((plot) => plot.getBoundingClientRect());
  const scale = plots[0].viewBox.baseVal.width / bounds[0].width;
  const left = Math.min(...bounds.map((one) => one.left));
  const top = Math.min(...bounds.map((one) => one.top));
  const width = Math.ceil((Math.max(...bounds.map((one) => one.right)) - left) * scale) + 2 * MARGIN;
  const below = Math.ceil((Math.max(...bounds.map((one) => one.bottom)) - top) * scale);
  const notes = wrap([texts.experiments[experiment.id]?.title ?? '', ...headOf(experiment)], Math.floor(width / 6.4));
  const height = below + notes.length * LINE + 3 * MARGIN;
  const style = getComputedStyle(document.documentElement);
  const root = document.createElementNS(XML, 'svg');
  for (const [name, value] of Object.entries({ xmlns: XML, width, height, viewBox: `0 0 ${width} ${height}` }))
    root.setAttribute(name, String(value));
  root.append(element('desc', {}, headOf(experiment).join('\n')));
  root.append(element('rect', { width, height, fill: style.getPropertyValue('--surface') }));
  for (const [i, plot] of plots.entries()) {
    const x = MARGIN + (bounds[i].left - left) * scale;
    const y = MARGIN + (bounds[i].top - top) * scale;
    const group = element('g', { transform: `translate(${x} ${y})` });
    for (const child of plot.children) group.append(styledCopy(child));
    root.append(group);
  }
  const font = { fill: style.getPropertyValue('--ink-2'), 'font-family': 'sans-serif', 'font-size': 12 };
  for (const [i, note] of notes.entries())
    root.append(element('text', { x: MARGIN, y: below + 2 * MARGIN + i * LINE, ...font }, note));
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS(XML, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** Lines of at most so many characters. */
function wrap(texts: readonly string[], most: number): string[] {
  return texts.flatMap((text) => {
    const lines = [''];
    for (const word of text.split(' ')) {
      const last = lines[lines.length - 1];
      if (last !== '' && last.length + word.length >= most) lines.push(word);
      else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
    return lines;
  });
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `raftarium-${name}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
