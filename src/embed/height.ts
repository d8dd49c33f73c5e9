/** How high the embed would like to be, told to the host in the forms that hosts understand. */
import { NARROW, STAGE } from './fit';

/** Tells it now and whenever it changes. It depends on the width and on what is shown, never on the present height. */
export function announceHeight(root: HTMLElement, post: (message: unknown) => void): () => void {
  let told = 0;
  const look = () => {
    const height = wantedHeight(root);
    if (height === told || height === 0) return;
    told = height;
    for (const message of heightMessages(height, window.location)) post(message);
  };
  const observer = new ResizeObserver(look);
  const follow = () => {
    observer.disconnect();
    for (const part of root.querySelectorAll('.embed, .embed__views, .embed__text, .embed__controls, .challenge')) {
      observer.observe(part);
    }
  };
  const mutations = new MutationObserver(follow);
  mutations.observe(root, { childList: true, subtree: true });
  follow();
  look();
  return () => {
    observer.disconnect();
    mutations.disconnect();
  };
}

function wantedHeight(root: HTMLElement): number {
  const embed = root.querySelector<HTMLElement>('.embed');
  if (embed === null) return 0;
  const heightOf = (part: string) => embed.querySelector<HTMLElement>(part)?.offsetHeight ?? 0;
  const stage = embed.querySelector<HTMLElement>('.embed__stage');
  const text = embed.querySelector<HTMLElement>('.embed__text');
  // Below one another where the embed is narrow.
  const isStacked = stage !== null && text !== null && text.offsetTop >= stage.offsetTop + stage.offsetHeight - 1;
  const top = stage === null ? heightOf('.embed__text') : STAGE + (isStacked ? (text?.offsetHeight ?? 0) : 0);
  const zoom = Number(getComputedStyle(document.documentElement).getPropertyValue('--scale')) || 1;
  const question = embed.querySelector<HTMLElement>('.embed__question');
  const wanted =
    question !== null
      ? heightAsked(question, embed.clientWidth) + heightOf('.embed__controls')
      : Number(embed.dataset.wanted ?? top + heightOf('.embed__views') + heightOf('.embed__controls'));
  return Math.ceil(wanted * zoom);
}

/** The question beside the pictures, or below them. */
function heightAsked(question: HTMLElement, width: number): number {
  const asked = question.firstElementChild?.scrollHeight ?? 0;
  return width < NARROW ? STAGE + asked : Math.max(STAGE, asked);
}

/** Our own form; AMP; Embedly and Observable, as an object and as text; pym.js, where the host has said how it calls us. */
export function heightMessages(height: number, { href, search }: Pick<Location, 'href' | 'search'>): unknown[] {
  const frame = { context: 'iframe.resize', height, src: href };
  const pym = new URLSearchParams(search).get('childId');
  return [
    { raftarium: 1, type: 'resize', height },
    { sentinel: 'amp', type: 'embed-size', height },
    frame,
    JSON.stringify(frame),
    ...(pym === null ? [] : [['pym', pym, 'height', height].join('xPYMx')]),
  ];
}
