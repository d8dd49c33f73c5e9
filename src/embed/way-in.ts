/** The way to the lecture for those who press no key: a button in the corner, which comes with the pointer or the focus. */
import { loadTexts, negotiateLanguage } from '../i18n';
import { entry } from '../store';
import type { Embed } from './model';
import './way-in.css';

const PICTURE =
  '<svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">' +
  '<path d="M1.5 2.8h15M3 2.8v8.7h12V2.8M9 11.5v2M5.8 16.2 9 13.5l3.2 2.7"/></svg>';

let button: HTMLButtonElement | null = null;

/** Puts it where the embed is now; a challenge, a preview and a figure without controls have none. */
export function showWayIn(embed: Embed): void {
  const { options, quiz } = embed.state();
  const place = document.querySelector('.embed');
  if (quiz !== null || options.role === 'preview' || options.controls === 'none' || place === null) {
    button?.remove();
    return;
  }
  button ??= createWayIn(embed);
  if (button.parentNode !== place) place.append(button);
  name(embed, button).catch(() => undefined);
}

function createWayIn(embed: Embed): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'way-in';
  made.innerHTML = PICTURE;
  made.addEventListener('click', () => {
    import('./hall').then((hall) => hall.openHall(embed, {})).catch(embed.fail);
  });
  return made;
}

async function name(embed: Embed, made: HTMLButtonElement): Promise<void> {
  const { language, shortcuts } = embed.store.getState().settings;
  const texts = await loadTexts(negotiateLanguage(language, navigator.languages));
  const { label } = texts.actions.lecture;
  made.setAttribute('aria-label', label);
  made.title = shortcuts ? `${label} (${texts.keyName(entry('lecture').keys[0])})` : label;
}
