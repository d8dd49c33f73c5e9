/** A short run in which a property breaks, because a rule is off. */
import { defaultOptions } from '../raft';
import { createRun, defaultConfig, MILLISECOND, type Run } from '../sim';

/** Two of three servers stand for election at once, and vote for each other: both are elected in term 1. */
export function doubleVoteRun(): Run {
  const config = { ...defaultConfig(3), options: { ...defaultOptions(), off: ['voteTwice'] as const } };
  const stand = (at: number, server: number) => ({
    at: at * MILLISECOND,
    action: { type: 'expireTimer', server } as const,
  });
  return { ...createRun(5, config), actions: [stand(50, 1), stand(51, 2)] };
}
