import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Package = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };
type Packages = Record<string, Package>;

/** Looks a dependency up as Node does: in the package's own node_modules, then in each folder above. */
function isLocked(packages: Packages, owner: string, name: string): boolean {
  for (let folder = owner; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true;
    if (!folder) return false;
  }
}

function missingFrom(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(packages, owner, name))
      .map((name) => `${owner} wants ${name}`),
  );
}

const packages: Packages = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;

test('the lock holds the binaries of every platform, without which `npm ci` fails there', () => {
  expect(missingFrom(packages)).toEqual([]);
});

test('the lock names no place to download from', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([]);
});

test('a missing binary is noticed, at any depth', () => {
  const wants = { optionalDependencies: { 'tool-linux': '1.0.0', 'tool-mac': '1.0.0' } };
  const lock = {
    'node_modules/tool': wants,
    'node_modules/tool-linux': {},
    'node_modules/other/node_modules/tool': wants,
    'node_modules/other/node_modules/tool-mac': {},
  };
  expect(missingFrom(lock)).toEqual(['node_modules/tool wants tool-mac']);
});
