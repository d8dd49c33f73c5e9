/** How the code is shared out among files, on the page and in embeds. */

/** What d3-array makes with these as it is loaded, nobody here asks for. */
export const treeshake = {
  manualPureFunctions: ['Blur2', 'bisector', 'shuffler'],
  propertyReadSideEffects: false,
  unknownGlobalSideEffects: false,
} as const;

/** React or Preact, the simulation, the store, and what every door asks of i18n and the page. */
const IN_CORE = [
  'node_modules/(react|react-dom|scheduler|preact|zustand)/',
  '/src/(base|raft|sim|share|store)/' +
    String.raw`(?!index\.ts|embed|snippet|rules\.ts|announce|tools|branches|registry|entries|keys\.ts|seek` +
    String.raw`|json|outside|bring|links?\.ts|codec|format|adaptive|bits|text|checksum|zip)`,
  String.raw`/src/i18n/(format|part|react|language)\.ts`,
  String.raw`/src/app/(document|groups|layout|media|route|same)\.ts`,
  String.raw`/src/i18n/parts/(why|inspector|scenes)\.ts`,
  String.raw`/src/scene/(text-width|viewpoint)\.ts`,
  String.raw`/src/ui/(Segments|useSize)\.tsx?`,
];

/** What all of the first load needs is one file. */
export const CORE = {
  name: 'core',
  test: new RegExp(IN_CORE.join('|')),
};

/** Each family of scenarios is a file of its own. */
export const RUNS = {
  name: (id: string) => `run-${/([\w-]+)\.ts/.exec(id)?.[1]}`,
  debugName: 'runs',
  test: /\/src\/scenarios\/(?!index|groups|shortest)[\w-]+\.ts/,
};

/** What the name of the chunk of a module begins with. */
export function partOf(id: string): string {
  if (/\/src\/challenges\/kinds\//.test(id)) return 'kinds-';
  if (/\/i18n\/\w+\/challenges\/contents/.test(id)) return 'about-';
  if (/\/i18n\/\w+\/challenges\//.test(id)) return 'asked-';
  if (/\/src\/stories\/chapters\//.test(id)) return 'chapter-';
  if (/\/i18n\/\w+\/stories\/contents/.test(id)) return 'contents-';
  return /\/i18n\/\w+\/stories\//.test(id) ? 'captions-' : '';
}
