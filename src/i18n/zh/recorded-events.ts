import type { recordedEvents as english } from '../en/recorded-events';
import type { Facts, Words } from '../sentences';
import { common } from './common';

const { server, servers } = common;

const words = (question: Words['question'], why: Words['why'], step: Words['step']): Words => ({ question, why, step });
const me = (facts: Facts): string => server(facts.server);
const entries = ({ from, index }: Facts): string => (from === index ? `条目 ${index}` : `条目 ${from} 到 ${index}`);
const message = (f: Facts): string => (f.heartbeat ? common.heartbeat : common.message[f.message]);

export const recordedEvents: typeof english = {
  sawLeader: words(
    (f) => `${me(f)} 如何成为领导者？`,
    (f) =>
      f.members.length === 0
        ? `${me(f)} 成为任期 ${f.term} 的领导者。`
        : `${me(f)} 得到 ${servers(f.members)} 的选票，成为任期 ${f.term} 的领导者。`,
    (f) => `${me(f)} 成为任期 ${f.term} 的领导者`,
  ),
  sawCandidate: words(
    (f) => `${me(f)} 在做什么？`,
    (f) => `${me(f)} 在任期 ${f.term} 参加选举。`,
    (f) => `${me(f)} 在任期 ${f.term} 参加选举`,
  ),
  sawPreCandidate: words(
    (f) => `${me(f)} 在做什么？`,
    (f) => `${me(f)} 询问自己能否在任期 ${f.term + 1} 当选。`,
    (f) => `${me(f)} 请求预投票`,
  ),
  sawStepDown: words(
    (f) => `${me(f)} 还是领导者吗？`,
    (f) => `${me(f)} 不再是领导者，现在处于任期 ${f.term}。`,
    (f) => `${me(f)} 退位`,
  ),
  sawTruncate: words(
    (f) => `${me(f)} 的日志怎么了？`,
    (f) => (f.count === 1 ? `${me(f)} 删除了条目 ${f.from}。` : `${me(f)} 从 ${f.from} 起删除了 ${f.count} 个条目。`),
    (f) => `${me(f)} 从 ${f.from} 起删除条目`,
  ),
  sawCommit: words(
    (f) => `${me(f)} 认为哪些条目已提交？`,
    (f) => `${me(f)} 认为${entries(f)} 已提交。`,
    (f) => `${me(f)} 认为${entries(f)} 已提交`,
  ),
  sawVote: words(
    (f) => `${me(f)} 投票给谁？`,
    (f) => `${me(f)} 在任期 ${f.term} 投票给 ${server(f.votedFor)}。`,
    (f) => `${me(f)} 在任期 ${f.term} 投票给 ${server(f.votedFor)}`,
  ),
  sawAppend: words(
    (f) => `${me(f)} 的日志多了什么？`,
    (f) => `${me(f)} 现在有了${entries(f)}。`,
    (f) => `${me(f)} 追加了${entries(f)}`,
  ),
  sawTerm: words(
    (f) => `${me(f)} 处于哪个任期？`,
    (f) => `${me(f)} 从任期 ${f.oldTerm} 进入任期 ${f.term}。`,
    (f) => `${me(f)} 进入任期 ${f.term}`,
  ),
  sawSnapshot: words(
    (f) => `${me(f)} 的日志怎么了？`,
    (f) => `快照代替了 ${me(f)} 到 ${f.base} 为止的条目。`,
    (f) => `${me(f)} 有了到条目 ${f.base} 为止的快照`,
  ),
  sawRestart: words(
    (f) => `${me(f)} 还知道什么？`,
    (f) => `${me(f)} 回来了，处于任期 ${f.term}。`,
    (f) => `${me(f)} 重启`,
  ),
  sawTick: words(
    (f) => `${me(f)} 在做什么？`,
    (f) => `${me(f)} 的心跳定时器到期。`,
    (f) => `${me(f)} 的心跳定时器到期`,
  ),
  sawReceive: words(
    (f) => `${me(f)} 收到了什么？`,
    (f) => `${me(f)} 收到 ${server(f.other)} 的${message(f)}。`,
    (f) => `${me(f)} 收到 ${server(f.other)} 的${message(f)}`,
  ),
};
