/** What clients asked for and what became of it. */
import type { client as english } from '../en/client';
import { type Part, partOf, usePart } from '../part';

export type Client = typeof english;

export const CLIENT: Part<Client> = partOf({
  en: async () => (await import('../en/client')).client,
  'zh-CN': async () => (await import('../zh/client')).client,
});

export const useClient = (): Client => usePart(CLIENT);
