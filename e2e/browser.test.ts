import { describe, expect, test } from 'vitest';
import { findBrowser, type Machine, QUIET_FLAGS } from './browser.ts';

/** A machine on which nothing starts, and a diary of what it was asked. */
function bareMachine(changes: Partial<Machine> = {}): { machine: Machine; diary: string[]; said: string[] } {
  const diary: string[] = [];
  const said: string[] = [];
  const machine: Machine = {
    variable: undefined,
    bundled: '/bundled',
    installed: () => {
      diary.push('look for installed');
      return [];
    },
    isRoot: false,
    isDebian: false,
    starts: async () => false,
    downloadBundled: () => {
      diary.push('download');
      return false;
    },
    installPackage: () => {
      diary.push('apt-get');
      return false;
    },
    say: (line) => said.push(line),
    ...changes,
  };
  const { starts } = machine;
  machine.starts = async (path, args) => {
    diary.push(`start ${path}${args.includes('--no-sandbox') ? ' unsandboxed' : ''}`);
    return starts(path, args);
  };
  return { machine, diary, said };
}

const only =
  (...paths: string[]) =>
  async (path: string) =>
    paths.includes(path);

describe('the order in which a browser is looked for', () => {
  test('a good variable is taken and nothing else is asked', async () => {
    const { machine, diary, said } = bareMachine({ variable: '/mine', starts: only('/mine', '/bundled') });
    expect(await findBrowser(machine)).toEqual({ ok: true, browser: { path: '/mine', args: QUIET_FLAGS } });
    expect(diary).toEqual(['start /mine']);
    expect(said).toEqual([]);
  });

  test('a bad variable is an error without a fall through', async () => {
    const { machine, diary } = bareMachine({ variable: '/mine', starts: only('/bundled') });
    const finding = await findBrowser(machine);
    expect(finding).toMatchObject({ ok: false, reason: expect.stringContaining('/mine') });
    expect(diary).toEqual(['start /mine', 'start /mine unsandboxed']);
  });

  test("Playwright's own comes before an installed one", async () => {
    const { machine, diary } = bareMachine({ starts: only('/bundled', '/usr/a'), installed: () => ['/usr/a'] });
    expect(await findBrowser(machine)).toMatchObject({ ok: true, browser: { path: '/bundled' } });
    expect(diary).toEqual(['start /bundled']);
  });

  test('of the installed ones the first that starts is taken', async () => {
    const { machine, diary } = bareMachine({ starts: only('/usr/b'), installed: () => ['/usr/a', '/usr/b'] });
    expect(await findBrowser(machine)).toMatchObject({ ok: true, browser: { path: '/usr/b' } });
    expect(diary).not.toContain('download');
  });

  test('a download is tried before any package', async () => {
    let downloaded = false;
    const { machine, diary } = bareMachine({
      isRoot: true,
      isDebian: true,
      downloadBundled: () => {
        downloaded = true;
        return true;
      },
      starts: async (path) => downloaded && path === '/bundled',
    });
    expect(await findBrowser(machine)).toMatchObject({ ok: true, browser: { path: '/bundled' } });
    expect(diary).not.toContain('apt-get');
  });

  test("Debian's package is installed for root, last", async () => {
    let present = false;
    const { machine, diary, said } = bareMachine({
      isRoot: true,
      isDebian: true,
      installPackage: () => {
        present = true;
        return true;
      },
      installed: () => (present ? ['/usr/bin/chromium'] : []),
      starts: only('/usr/bin/chromium'),
    });
    expect(await findBrowser(machine)).toMatchObject({ ok: true, browser: { path: '/usr/bin/chromium' } });
    expect(diary).toEqual(['start /bundled unsandboxed', 'download', 'start /usr/bin/chromium unsandboxed']);
    expect(said).toHaveLength(3);
  });

  test.each([
    ['not Debian', true, false],
    ['not root', false, true],
  ])('no package is installed where this is %s', async (_, isRoot, isDebian) => {
    const { machine, diary } = bareMachine({ isRoot, isDebian });
    expect(await findBrowser(machine)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('RAFTARIUM_CHROMIUM'),
    });
    expect(diary).toContain('download');
    expect(diary).not.toContain('apt-get');
  });
});

describe('the sandbox', () => {
  test('is kept where it works', async () => {
    const { machine } = bareMachine({ starts: only('/bundled') });
    expect(await findBrowser(machine)).toMatchObject({ browser: { args: QUIET_FLAGS } });
  });

  test('is given up aloud only after a sandboxed start has failed', async () => {
    const { machine, diary, said } = bareMachine({ starts: async (_, args) => args.includes('--no-sandbox') });
    expect(await findBrowser(machine)).toMatchObject({ browser: { args: [...QUIET_FLAGS, '--no-sandbox'] } });
    expect(diary).toEqual(['start /bundled', 'start /bundled unsandboxed']);
    expect(said).toHaveLength(1);
  });

  test('is not tried by root', async () => {
    const { machine, diary } = bareMachine({ isRoot: true, starts: only('/bundled') });
    expect(await findBrowser(machine)).toMatchObject({ browser: { args: [...QUIET_FLAGS, '--no-sandbox'] } });
    expect(diary).toEqual(['start /bundled unsandboxed']);
  });
});
