import { NEWER } from '../../i18n';
import { later } from '../later';

/** Where the page is served from a host, it is kept for reading offline; loaded after the first picture. */
export const Version =
  import.meta.env.PROD && import.meta.env.MODE !== 'single'
    ? later<object>(
        async (language) => {
          const [{ NewVersion }] = await Promise.all([import('./NewVersion'), NEWER.load(language)]);
          return NewVersion;
        },
        () => null,
      )
    : () => null;
