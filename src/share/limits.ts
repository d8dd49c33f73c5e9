/** What a run from outside may hold. Times are in microseconds of virtual time. */
export const LIMITS = {
  /** Characters of a link. */
  link: 200_000,
  /** Characters of a JSON text. */
  json: 8_000_000,
  actions: 20_000,
  /** Characters of a key or a value. */
  text: 64,
  serversLeast: 3,
  serversMost: 9,
  clients: 9,
  groups: 5,
  /** Latency of a link or a disk: 10 min. */
  span: 600_000_000,
  /** Shorter timers would only make a page busy: 1 ms. */
  timerLeast: 1000,
  /** Timers and waits of clients: 1 h. */
  timerMost: 3_600_000_000,
  /** Time of an action, as far as a play head goes, and how far a clock is off: eleven and a half days. */
  time: 1_000_000_000_000,
  million: 1_000_000,
  clockRateLeast: 10_000,
  clockRateMost: 100_000_000,
  batch: 64,
  /** Entries between snapshots. */
  snapshotEvery: 1_000_000,
  priority: 1000,
  term: 1_000_000_000,
  /** Entries of one initial log. */
  initialLog: 1000,
  bookmarks: 200,
  /** Characters of a bookmark: its name, its caption, its notes. */
  bookmarkName: 80,
  bookmarkCaption: 400,
  bookmarkNotes: 2000,
  /** Flight keys. */
  message: 1_000_000_000_000,
} as const;
