import type { memberRules as en } from '../en/rules-members';
import type { Facts } from '../sentences';
import { common } from './common';
import { me, whoVotes, words } from './rule-words';

const { server, servers } = common;

/** With the spaces that Latin letters keep. */
const newcomers = ({ newcomers: ids }: Facts): string => (ids.length === 0 ? '新服务器' : ` ${servers(ids)} `);

const without = (ids: readonly number[], others: readonly number[]) => ids.filter((id) => !others.includes(id));

const oneChange = ({ voters, oldVoters }: Facts): string => {
  const [came, left] = [without(voters, oldVoters), without(oldVoters, voters)];
  return came.length > 0 ? `只增加 ${server(came[0])} 一台` : `只移除 ${server(left[0] ?? 0)} 一台`;
};

const BROKEN = {
  configJump: '这次运行允许一次变更多台：新旧多数派不一定有交集。',
  configOverlap: '上一次变更还没有提交，但这次运行不等待。',
  configBeforeNoop: '领导者自己的任期还没有条目提交，但这次运行不等待。',
};

const broken = ({ broken: rule }: Facts): string | null =>
  rule === 'configJump' || rule === 'configOverlap' || rule === 'configBeforeNoop' ? BROKEN[rule] : null;

export const memberRules: typeof en = {
  catchUp: words(
    (f) => `为什么${newcomers(f)}还不能投票？`,
    (f) =>
      `${me(f)} 被要求接纳${newcomers(f)}，先把${f.index === 0 ? '已有的日志' : `直到条目 ${f.index} 的日志`}发过去。在此之前${newcomers(f)}只是没有投票权的学习者，这样多数派就不必等待空日志。`,
    (f) => `${me(f)} 开始让${newcomers(f)}追赶日志`,
    '新服务器在成员变更之前，先作为没有投票权的学习者追赶日志。',
  ),
  nextRound: words(
    (f) => `为什么${newcomers(f)}仍不能投票？`,
    (f) =>
      `第 ${f.round - 1} 轮追赶用了一个最短选举超时或更久。第 ${f.round} 轮把期间追加的条目发给${newcomers(f)}，直到条目 ${f.index}。`,
    (f) => `${me(f)} 为${newcomers(f)}开始第 ${f.round} 轮`,
    '一轮追赶期间追加的条目在下一轮发送。',
  ),
  caughtUp: words(
    (f) => `为什么${newcomers(f)}现在可以加入？`,
    (f) => `最后一轮追赶，${newcomers(f)}用了不到一个最短选举超时，缺少的不会多。现在开始变更成员。`,
    (f) => `${newcomers(f)}已追上日志`,
    '比一个最短选举超时更快的一轮结束追赶。',
  ),
  giveUpCatchUp: words(
    (f) => `为什么没有接纳${newcomers(f)}？`,
    (f) =>
      `十轮之中，${newcomers(f)}没有一轮在一个最短选举超时之内追上。${me(f)} 放弃这次变更，因为这么慢的投票成员会拖住提交。`,
    (f) => `${me(f)} 放弃接纳${newcomers(f)}`,
    '十轮都没有追上的新服务器不被接纳。',
  ),
  changeMember: words(
    () => '现在由谁投票？',
    (f) =>
      `${me(f)} 追加日志条目 ${f.index}：从这里开始，${whoVotes(f)}。${broken(f) ?? `${oneChange(f)}，所以每个旧多数派与每个新多数派都有共同的服务器。`}`,
    (f) => `${me(f)} 追加日志条目 ${f.index}：${whoVotes(f)}`,
    '一个条目增加或移除一台服务器。',
  ),
  beginJoint: words(
    () => '为什么现在需要两个多数派？',
    (f) =>
      `${me(f)} 追加日志条目 ${f.index}，即联合配置：${whoVotes(f)}。${broken(f) ?? '在离开联合配置之前，每次选举和提交都需要两边的多数派。'}`,
    (f) => `${me(f)} 追加联合配置，即日志条目 ${f.index}`,
    '联合配置开始：决定需要旧配置和新配置各自的多数派。',
  ),
  leaveJoint: words(
    () => '为什么旧配置不再算数？',
    (f) =>
      `旧配置和新配置各有多数派保存了联合配置，谁也不能再单凭旧配置作决定。${me(f)} 追加日志条目 ${f.index}：从这里开始，${whoVotes(f)}。`,
    (f) => `${me(f)} 追加日志条目 ${f.index}：${whoVotes(f)}`,
    '联合配置提交之后，接着是新配置。',
  ),
  adoptConfiguration: words(
    (f) => `${me(f)} 现在按谁来计数？`,
    (f) =>
      `按 ${me(f)} 日志中${f.index === 0 ? '最新的配置' : `条目 ${f.index} 的配置`}，${whoVotes(f)}。服务器总是使用日志中最新的配置，不论是否已提交。`,
    (f) => `${me(f)} 使用${f.index === 0 ? '另一个配置' : `条目 ${f.index} 的配置`}`,
    '服务器使用日志中最新的配置，不论是否已提交。',
  ),
  rollBackConfiguration: words(
    (f) => `为什么 ${me(f)} 回到之前的配置？`,
    (f) =>
      `${me(f)} 删除了${f.index === 0 ? '一个' : `条目 ${f.index}，那是一个`}从未提交的配置。之前的配置重新生效：${whoVotes(f)}。`,
    (f) => `${me(f)} 回到之前的配置`,
    '删除配置条目后，之前的配置重新生效。',
  ),
  leaveCluster: words(
    (f) => `为什么 ${me(f)} 离开？`,
    (f) =>
      f.broken === 'removeSelfEarly'
        ? `${me(f)} 只是保存了条目 ${f.index}，按它${whoVotes(f)}。${me(f)} 在其中没有投票权，这次运行中它立即离开，尽管提交该条目可能还需要它的票。`
        : `条目 ${f.index} 已提交：${whoVotes(f)}，不再包括 ${me(f)}。它领导到此，是为了让这次变更提交；现在它退位。`,
    (f) => `${me(f)} 离开集群`,
    '不在新配置中的领导者，在新配置提交时退位。',
  ),
  refuseSecondChange: words(
    (f) => `为什么 ${me(f)} 拒绝这次变更？`,
    (f) =>
      `${SECOND[f.because === 'catchUp' || f.because === 'joint' ? f.because : 'pending'](f)}成员变更一次只走一步。`,
    (f) => `${me(f)} 拒绝第二次变更`,
    '成员变更一次只走一步：上一次必须先提交。',
  ),
  refuseEarlyChange: words(
    (f) => `为什么 ${me(f)} 拒绝这次变更？`,
    (f) =>
      `${me(f)} 领导任期 ${f.term}，但该任期还没有条目提交。之前的领导者开始的变更可能还会出现或消失，弄清之前 ${me(f)} 不开始新的变更。`,
    (f) => `${me(f)} 在首次提交之前拒绝变更`,
    '领导者自己的任期有条目提交之前，不变更成员。',
  ),
};

const SECOND = {
  catchUp: (f: Facts): string => `${me(f)} 还在为上一次变更让${newcomers(f)}追赶日志。`,
  joint: (f: Facts): string => `条目 ${f.index} 的联合配置还没有离开。`,
  pending: (f: Facts): string => `上一次变更，即条目 ${f.index}，还没有提交。`,
};
