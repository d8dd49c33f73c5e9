/** How much of the time a cluster can serve, and how often it changes its leader. */
import { advanceTill, type Cluster, isCut, type Microseconds } from '../../../sim';
import type { Reading, Trial } from '../trial';

/**
 * The share of the time, in percent, in which there is a leader that a majority follows; counted from the first such
 * moment. The instant is the beginning of the longest outage.
 */
export function available({ cluster, run, limit }: Trial): Reading {
  let since = -1;
  let last: Microseconds = 0;
  let wasUp = false;
  let up = 0;
  let downSince: Microseconds = 0;
  let longest = { length: 0, at: 0 };
  const account = (now: Microseconds, isUp: boolean): void => {
    if (since < 0 && !isUp) return;
    if (since < 0) since = now;
    else if (wasUp) up += now - last;
    if (wasUp && !isUp) downSince = now;
    if (!isUp && now - downSince > longest.length) longest = { length: now - downSince, at: downSince };
    last = now;
    wasUp = isUp;
  };
  advanceTill(cluster, run, limit, (now) => {
    account(now.time, canServe(now));
    return false;
  });
  if (since < 0) return { value: 0, at: 0 };
  account(limit, wasUp);
  return { value: limit > since ? (up * 100) / (limit - since) : 100, at: longest.at };
}

/** New leaders per minute, after the first one. The instant is that of the first change. */
export function leaderChanges({ cluster, run, limit }: Trial): Reading {
  let term = 0;
  let changes = -1;
  let since: Microseconds = 0;
  let at: Microseconds = 0;
  advanceTill(cluster, run, limit, (now) => {
    for (const { status, server } of now.hosts) {
      if (server.role !== 'leader' || status === 'crashed' || server.currentTerm <= term) continue;
      term = server.currentTerm;
      changes++;
      if (changes === 0) since = now.time;
      if (changes === 1) at = now.time;
    }
    return false;
  });
  if (changes < 0) return { value: null, at: 0 };
  return { value: limit > since ? (changes * 60_000_000) / (limit - since) : 0, at: at === 0 ? since : at };
}

/** Whether there is a leader whose term and leadership a majority shares, itself included, and which reaches it. */
function canServe({ hosts, network }: Cluster): boolean {
  const majority = Math.floor(hosts.length / 2) + 1;
  for (const host of hosts) {
    const { id, currentTerm, role } = host.server;
    if (host.status !== 'up' || role !== 'leader') continue;
    let count = 1;
    for (const { status, server } of hosts) {
      if (server.id === id || status !== 'up' || server.currentTerm !== currentTerm || server.leader !== id) continue;
      if (!isCut(network, id, server.id) && !isCut(network, server.id, id)) count++;
    }
    if (count >= majority) return true;
  }
  return false;
}
