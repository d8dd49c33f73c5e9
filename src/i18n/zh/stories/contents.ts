import type { contents as en } from '../../en/stories/contents';

export const contents: typeof en = {
  'replicated-state': { title: '同一日志，同一状态', about: '一台服务器不够。日志相同、顺序相同，每台的状态就相同。' },
  majorities: { title: '多数派', about: '崩溃与断网看上去一样。为什么两个领导者也无害，为什么集群用三台或五台。' },
  'terms-and-roles': { title: '任期与角色', about: '跟随者、候选人、领导者，以及分辨新旧领导者的时钟：任期。' },
  'leader-election': {
    title: '领导者选举',
    about: '定时器到期、拉票、每任期只投一票，以及让其他服务器安静下来的心跳。',
  },
  'split-votes': { title: '选票瓜分', about: '两台同时参选，谁也没赢。为什么超时要随机，又为什么这就够了。' },
  'log-replication': {
    title: '日志复制',
    about: '一次写入的全程：请求、追加、复制、提交、应用、答复，以及跟随者如何得知。',
  },
  'consistency-check': {
    title: '一致性检查',
    about: '跟随者缺了条目。领导者一步步后退，直到两份日志相接，再向前补齐。',
  },
  'repairing-logs': { title: '修复日志', about: '论文图 7：六台跟随者的日志各有各的不同，最终都与领导者一致。' },
  'election-restriction': {
    title: '选举限制',
    about: '日志陈旧的服务器赢不了选举，所以领导者一开始就有全部已提交的条目。',
  },
  'earlier-terms': {
    title: '先前任期的条目',
    about: '逐步看论文图 8：条目已在多数派上却不算提交；没有这条规则会出什么错。',
  },
  partition: { title: '网络分区', about: '两个领导者，一个多数派。各个客户端会得到什么答复，输的一方的写入会怎样。' },
  'leader-crashes': {
    title: '领导者崩溃的时刻',
    about: '同一次写入的六个时刻：什么能留下，客户端看到什么，为什么重试需要序号。',
  },
  reads: { title: '读', about: '经日志、ReadIndex、租约、陈旧读：各要多少代价，各保证什么；Consul 提供哪几种。' },
  snapshots: {
    title: '快照',
    about: '日志不能一直变长。每台服务器各自用快照取代它，并发给落后太多的服务器。',
  },
  members: {
    title: '成员变更',
    about: '为什么不能一步到位；联合共识；一次一台；以及证明之后才发现的漏洞。',
  },
  'staying-calm': {
    title: '保持平静',
    about: 'PreVote、CheckQuorum、移交：好的领导者留得住，坏的会离开，想要的能上任。',
  },
  'many-groups': {
    title: '多个组',
    about: 'Multi-Raft：同样五台服务器上的三个组，各有领导者、任期和日志；以及一次崩溃。',
  },
  'where-raft-stands': {
    title: 'Raft 的位置',
    about: '两阶段提交、Paxos、Zab 与 Raft 并排：协调者丢失，以及网络断开。',
  },
};
