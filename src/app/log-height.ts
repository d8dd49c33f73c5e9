/** On phones: what a row and the numbers above the columns take, in pixels. */
const COMPACT = { row: 33, head: 26 };

/** How high the logs of so many servers are on phones, in pixels. */
export const heightOfLogs = (servers: number): number => COMPACT.head + COMPACT.row * servers;
