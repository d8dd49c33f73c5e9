import { NOTES } from '../../i18n';
import { later } from '../later';

/** In the header: that this is a recording, and of which file. */
export const RecordingBadge = later<object>(
  async (language) => {
    const [{ Badge }] = await Promise.all([import('./RecordingPane'), NOTES.load(language)]);
    return Badge;
  },
  () => null,
);
