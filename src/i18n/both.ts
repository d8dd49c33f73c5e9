/** Both languages at hand, for tests and the gallery; the page loads the one that is read, part by part. */
import { bookmarks as enBookmarks } from './en/bookmarks';
import { client as enClient } from './en/client';
import { inspector as enInspector } from './en/inspector';
import { lab as enLab, type LabTexts } from './en/lab';
import { lecture as enLecture } from './en/lecture';
import { more as enMore } from './en/more';
import { notes as enNotes } from './en/notes';
import { scenes as enScenes } from './en/scenes';
import { spoken as enSpoken } from './en/spoken';
import { texts as en } from './en/texts';
import { why as enWhy } from './en/why';
import type { Language } from './language';
import type { Client } from './parts/client';
import type { More } from './parts/more';
import { type PanelTexts, withPanels } from './parts/panels';
import type { Scenes } from './parts/scenes';
import type { Spoken } from './parts/spoken';
import type { Why } from './parts/why';
import { bookmarks as zhBookmarks } from './zh/bookmarks';
import { client as zhClient } from './zh/client';
import { inspector as zhInspector } from './zh/inspector';
import { lab as zhLab } from './zh/lab';
import { lecture as zhLecture } from './zh/lecture';
import { more as zhMore } from './zh/more';
import { notes as zhNotes } from './zh/notes';
import { scenes as zhScenes } from './zh/scenes';
import { spoken as zhSpoken } from './zh/spoken';
import { texts as zh } from './zh/texts';
import { why as zhWhy } from './zh/why';

/** The texts of panels. */
export const createMore = (language: Language): More => (language === 'zh-CN' ? zhMore : enMore);

/** The texts of bookmarks. */
export const createBookmarks = (language: Language) => (language === 'zh-CN' ? zhBookmarks : enBookmarks);

/** The texts of lectures. */
export const createLecture = (language: Language) => (language === 'zh-CN' ? zhLecture : enLecture);

/** The texts of the lab. */
export const createLab = (language: Language): LabTexts => (language === 'zh-CN' ? zhLab : enLab);

export type AllTexts = PanelTexts & Spoken & Why & { readonly client: Client; readonly scenes: Scenes };

const made = new Map<Language, AllTexts>();

/** All other texts of a language; the same object each time. */
export function createTexts(language: Language): AllTexts {
  const known = made.get(language);
  if (known !== undefined) return known;
  const texts: AllTexts =
    language === 'zh-CN'
      ? {
          ...withPanels({ ...zh, language }, zhInspector, zhNotes, zhMore),
          ...zhSpoken,
          ...zhWhy,
          client: zhClient,
          scenes: zhScenes,
        }
      : {
          ...withPanels({ ...en, language }, enInspector, enNotes, enMore),
          ...enSpoken,
          ...enWhy,
          client: enClient,
          scenes: enScenes,
        };
  made.set(language, texts);
  return texts;
}
