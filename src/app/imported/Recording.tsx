import { NOTES } from '../../i18n';
import { later } from '../later';

/** Where a run has its clients: what is known of a recording, and the way back. */
export const Recording = later<object>(
  async (language) => {
    const [{ RecordingPane }] = await Promise.all([import('./RecordingPane'), NOTES.load(language)]);
    return RecordingPane;
  },
  ({ children }) => <section className="client">{children}</section>,
);
