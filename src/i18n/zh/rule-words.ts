import type { Facts, Words } from '../sentences';
import { common } from './common';

const { server, servers, share, number } = common;

/** Names keep a space from ideographs, but not from punctuation; ideographs keep none from one another. */
const tidied =
  (say: Words['why']): Words['why'] =>
  (facts) =>
    say(facts)
      .replace(/ (?=[，。；：？])/g, '')
      .replace(/([\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, '$1')
      .trim();

export const words = (question: Words['question'], why: Words['why'], step: Words['step'], neutral: string) => ({
  question: tidied(question),
  why: tidied(why),
  step: tidied(step),
  neutral,
});

export const me = (facts: Facts): string => server(facts.server);
export const you = (facts: Facts): string => server(facts.other);

const isJoint = ({ nextVoters }: Facts): boolean => nextVoters.length > 0;

export const isMajority = (facts: Facts): string => {
  const { count, servers: all, nextCount, nextVoters } = facts;
  const isHalf = count * 2 <= all || (isJoint(facts) && nextCount * 2 <= nextVoters.length);
  const shares = isJoint(facts)
    ? `旧配置${share(count, all)}、新配置${share(nextCount, nextVoters.length)}`
    : share(count, all);
  if (isHalf) return `${shares}并未超过半数，但这次运行中一半就够了。`;
  return isJoint(facts) ? `${shares}：两边都是多数派。` : `${shares}即为多数派。`;
};

/** How much is needed; while two configurations are joint, of both, and how much of that is there. */
export const needs = (facts: Facts): string => {
  const { majority, servers: all, count, nextMajority, nextVoters, nextCount } = facts;
  if (!isJoint(facts)) return `需要 ${all} 票中的 ${majority} 票`;
  const half = (most: number, of: number, has: number) => `${of} 票中的 ${most} 票（已有 ${has}）`;
  return `需要旧配置 ${half(majority, all, count)}和新配置 ${half(nextMajority, nextVoters.length, nextCount)}`;
};

/** Whom a candidate asks, with the spaces that Latin letters keep. */
export const theOthers = ({ others, voters, nextVoters, server: id }: Facts): string => {
  if (others.length === 0) return '任何服务器';
  const isMember = voters.includes(id) || nextVoters.includes(id);
  return others.length === 1 || !isMember ? ` ${servers(others)} ` : `另外${number(others.length)}台服务器`;
};

export const logEnd = (index: number, term: number): string =>
  index === 0 ? '是空的' : `止于任期 ${term}、索引 ${index}`;

/** Who votes; of a joint configuration both halves. */
export const whoVotes = ({ voters, nextVoters }: Facts): string =>
  nextVoters.length === 0
    ? `投票成员为 ${servers(voters)}`
    : `旧配置的投票成员为 ${servers(voters)}，新配置的为 ${servers(nextVoters)}`;
