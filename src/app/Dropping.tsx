import { later } from './later';

/** The whole page takes files and links. */
export const Dropping = later<object>(
  async () => (await import('./DropZone')).DropZone,
  () => null,
);
