/** The built page and the pages of other people, served as long as the journeys of a file run. */
import { test } from '@playwright/test';
import { type Site, serveBuild, serveHosts } from './serve';

/** @param pages what a test makes, by their paths */
export function servedSites(pages: Readonly<Record<string, string>> = {}): { build: Site; hosts: Site } {
  const sites = {} as { build: Site; hosts: Site };
  test.beforeAll(async () => {
    sites.build = await serveBuild();
    sites.hosts = await serveHosts(sites.build.url, pages);
  });
  test.afterAll(() => {
    sites.hosts.close();
    sites.build.close();
  });
  return sites;
}
