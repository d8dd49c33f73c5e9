import { LECTURE } from '../../i18n';
import { later } from '../later';
import type { ForHallProps } from './ForHall';

/** The way to a lecture, once the chapter is there. */
export const LaterForHall = later<ForHallProps>(
  async (language) => {
    const [{ ForHall }] = await Promise.all([import('./ForHall'), LECTURE.load(language)]);
    return ForHall;
  },
  () => null,
);
