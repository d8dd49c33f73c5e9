import type { StageTexts } from '../en/stage';

const server = (id: number): string => `S${id}`;

const message: StageTexts['message'] = {
  vote: '请求投票',
  granted: '同意投票',
  denied: '拒绝投票',
  append: '追加条目',
  heartbeat: '心跳',
  success: '成功',
  rejected: '拒绝',
  snapshot: '安装快照',
  installed: '快照已安装',
  prevote: 'PreVote',
  pregranted: '预投票赞成',
  predenied: '预投票拒绝',
  handover: 'TimeoutNow',
};

const role: StageTexts['role'] = {
  follower: '跟随者',
  precandidate: '预候选人',
  candidate: '候选人',
  leader: '领导者',
};

export const stage: StageTexts = {
  name: '集群中的服务器以及它们之间的消息',
  server,
  chip: (term) => `任期 ${term}`,
  role,
  crashed: '已崩溃',
  paused: '已暂停',
  pausedRole: (name) => `${role[name]}（已暂停）`,
  voted: (id) => `投给 ${server(id)}`,
  noVote: '未投票',
  commit: (index) => `提交至 ${index}`,
  votes: (granted, all) => `${granted}/${all} 票`,
  jointVotes: (counts) => `${counts.map(({ granted, all }) => `${granted}/${all}`).join(' + ')} 票`,
  copies: (counts) => `已存 ${counts.map(({ granted, all }) => `${granted}/${all}`).join(' + ')}`,
  standing: { voter: '投票成员', learner: '学习者', spare: '备用', leaving: '即将离开', removed: '已被移除' },
  half: { old: '属 Cold', new: '属 Cnew', both: '两者皆属' },
  inGroup: (group, name) => `在 ${group} 组为${name}`,
  handsOver: (id) => `→ ${server(id)}`,
  waiting: (count) => `${count} 条消息等待处理`,
  isolated: '已隔离',
  describe: (id, state, term, rest) => [server(id), state, `任期 ${term}`, ...rest].join('，'),
  message,
  describeMessage: (kind, from, to, term, entries, doomed) =>
    `${message[kind]}，从 ${server(from)} 到 ${server(to)}，任期 ${term}` +
    `${entries > 0 ? `，${entries} 个条目` : ''}${doomed ? '，将会丢失' : ''}`,
  majoritySide: (count, all) => `多数派一侧，${count}/${all}`,
  minoritySide: (count, all) => `少数派一侧，${count}/${all}`,
  noMajority: (count, all) => `${count}/${all}，不足多数派`,
  canCommit: '可以选举和提交',
  tooManyCrashed: '崩溃过多，无法提交',
  cannotCommit: '无法提交',
};
