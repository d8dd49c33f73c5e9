/** What reads and writes links, apart because it is loaded after the first picture. */
import { decodeRun, encodeRun } from '../share';
import type { Links } from './environment';

export const links: Links = { encodeRun, decodeRun };
