import type { DrawnFacts, safety as en, ProofFacts } from '../en/safety';
import { formatInstant, formatNumber } from '../format';
import { common } from './common';

const { server, client } = common;

const told = (value: string | null): string => (value === null || value === '' ? '空' : value);

const entry = ({ index, entryTerm }: ProofFacts): string => `索引 ${formatNumber(index)}、任期 ${entryTerm} 的日志条目`;

const answer = (f: Pick<ProofFacts, 'operation' | 'isRead' | 'value'>): string =>
  f.isRead ? `${f.operation} 得到的回答是 ${told(f.value)}` : `${f.operation} 得到确认，值为 ${told(f.value)}`;

const property = (name: string, statement: string, section: string) => ({ name, statement, section });
export const safety: typeof en = {
  intro: '从运行开始到当前时刻，每个事件之后都做了检查。',
  waiting: '正在载入检查程序。',
  properties: {
    electionSafety: property('选举安全性', '一个任期内最多选出一位领导者。', 'Figure 3; §5.2'),
    leaderAppendOnly: property('领导者只追加', '领导者从不覆盖或删除自己日志中的条目，只会追加。', 'Figure 3; §5.3'),
    logMatching: property('日志匹配', '两份日志若有索引和任期都相同的条目，则到该条目为止完全相同。', 'Figure 3; §5.3'),
    leaderCompleteness: property(
      '领导者完整性',
      '某个任期内已提交的条目，一定出现在之后所有任期领导者的日志中。',
      'Figure 3; §5.4',
    ),
    stateMachineSafety: property(
      '状态机安全性',
      '任何两台服务器都不会在同一索引处应用不同的命令。',
      'Figure 3; §5.4.3',
    ),
    linearizability: property('线性一致性', '客户端的每个操作都在请求与回答之间的某一瞬间生效。', '§8'),
  },
  holds: (breaks) => (breaks === null ? '成立' : `成立，直到 ${formatInstant(breaks)}`),
  brokenAt: (at) => `在 ${formatInstant(at)} 被破坏`,
  checked: {
    electionSafety: (f) => `参选 ${formatNumber(f.elections)} 次，领导者 ${formatNumber(f.leaders)} 位`,
    leaderAppendOnly: (f) => `领导者追加了 ${formatNumber(f.leaderEntries)} 个条目`,
    logMatching: (f) => `比较了 ${formatNumber(f.entries)} 个条目`,
    leaderCompleteness: (f) => `已提交 ${formatNumber(f.commits)} 个条目，领导者 ${formatNumber(f.leaders)} 位`,
    stateMachineSafety: (f) => `应用了 ${formatNumber(f.applied)} 条命令`,
    linearizability: (f) => `操作 ${formatNumber(f.operations)} 个，回答 ${formatNumber(f.answers)} 个`,
  },
  broken: {
    electionSafety: (f, servers) => `选举安全性被破坏：${common.servers(servers)} 都当选为任期 ${f.term} 的领导者。`,
    leaderAppendOnly: (f) => `领导者只追加被破坏：任期 ${f.term} 的领导者 ${server(f.server)} 丢失了自己日志中的条目。`,
    logMatching: (f, servers) => `日志匹配被破坏：${common.servers(servers)} 都有${entry(f)}，但两份日志并不相同。`,
    leaderCompleteness: (f, servers) =>
      `领导者完整性被破坏：领导者 ${server(servers[1])} 没有已提交的条目 ${f.index}。`,
    stateMachineSafety: (f, servers) =>
      servers.length < 2
        ? `状态机安全性被破坏：${server(f.server)} 在索引 ${f.index} 处应用了与先前不同的命令。`
        : `状态机安全性被破坏：${common.servers(servers)} 在索引 ${f.index} 处应用了不同的命令。`,
    linearizability: (f) => `线性一致性被破坏：操作的任何顺序都无法解释 ${answer(f)}。`,
  },
  proof: {
    voted: (f) => `${server(f.server)} 在任期 ${f.term} 投票给${f.other === f.server ? '自己' : ` ${server(f.other)}`}`,
    elected: (f) => `${server(f.server)} 当选为任期 ${f.term} 的领导者`,
    electedWithout: (f) => `${server(f.server)} 当选为任期 ${f.term} 的领导者，却没有${entry(f)}`,
    committed: (f) => `任期 ${f.term} 的领导者 ${server(f.server)} 提交了${entry(f)}`,
    overwrote: (f) => `任期 ${f.term} 的领导者 ${server(f.server)} 丢失了${entry(f)}`,
    appended: (f) => `${server(f.server)} 的日志中有了${entry(f)}`,
    appendedOther: (f) => `${server(f.server)} 的日志中也有了${entry(f)}，但到此为止的日志并不相同`,
    applied: (f) => `${server(f.server)} 应用了${entry(f)}`,
    appliedOther: (f) => `${server(f.server)} 在索引 ${f.index} 处应用了任期 ${f.entryTerm} 的另一条命令`,
    asked: (f) => `${client(f.client)} 请求 ${f.operation}`,
    answered: (f) => `${client(f.client)}：${answer(f)}`,
    answeredBefore: (f) => `${client(f.client)}：${answer(f)}`,
  },
  proofTitle: '证据',
  open: '查看证据',
  markTitle: '证明性质被破坏的事件',
  off: {
    title: '这次运行中关闭的规则',
  },
  history: {
    title: '客户端看到的历史',
    hint: '每条横线是一个操作，从请求到回答；竖线是它可以生效的时刻。',
    lane: (id) => `C${id}`,
    laneName: client,
    empty: '这里还没有客户端发出请求。',
    operation: (f: DrawnFacts) => {
      const when =
        f.to === null ? `从 ${formatInstant(f.from)} 开始` : `${formatInstant(f.from)} 至 ${formatInstant(f.to)}`;
      const who = `${client(f.client)}，${f.operation}，${when}`;
      const effect = f.point === null ? '' : `，在 ${formatInstant(f.point)} 生效`;
      if (f.isFault) return `${who}，回答是 ${told(f.value)}，任何顺序都无法解释`;
      if (f.status === 'ok') return `${who}${f.isRead ? `，回答是 ${told(f.value)}` : ''}${effect}`;
      return `${who}，${f.status === 'unknown' ? '结果未知' : '尚无回答'}${effect}`;
    },
  },
};
