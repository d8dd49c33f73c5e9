import type { tables as en, LineFacts, MarkFacts } from '../en/tables';
import { formatInstant, formatNumber } from '../format';
import { common } from './common';

const { server } = common;

const ROLES = {
  follower: '跟随者',
  precandidate: '预候选人',
  learner: '学习者',
  spare: '备用',
  candidate: '候选人',
  leader: '领导者',
  paused: '已暂停',
  crashed: '已崩溃',
} as const;

const somebody = (id: number | null): string => (id === null ? '集群' : server(id));

const moment = ({ kind, server: id, term, from, to }: MarkFacts): string => {
  switch (kind) {
    case 'election':
      return `${somebody(id)} 在任期 ${term} 发起选举`;
    case 'leader':
      return `${somebody(id)} 成为任期 ${term} 的领导者`;
    case 'crash':
      return `${somebody(id)} 崩溃`;
    case 'restart':
      return `${somebody(id)} 重启`;
    case 'pause':
      return `${somebody(id)} 暂停`;
    case 'resume':
      return `${somebody(id)} 恢复运行`;
    case 'cut':
      return '网络被切断';
    case 'heal':
      return '网络恢复';
    case 'message':
      return '有消息被丢弃、重复或提前送达';
    case 'request':
      return '客户端发出请求';
    case 'members':
      return '成员变更';
    case 'snapshot':
      return '快照取代日志';
    case 'rules':
      return '选项或规则改变';
    case 'commit':
      return `${somebody(id)} 提交${common.entries(from, to)}`;
  }
};

const lineName = ({ kind, response, positive, entries }: LineFacts): string => {
  if (kind === 'vote') return response ? (positive ? '同意投票' : '拒绝投票') : '投票请求 RequestVote';
  if (kind === 'prevote') return response ? (positive ? '预投票赞成' : '预投票拒绝') : '预投票请求 PreVote';
  if (kind === 'handover') return '立即参选 TimeoutNow';
  if (kind === 'snapshot') return response ? 'InstallSnapshot 回复' : '快照 InstallSnapshot';
  if (response) return positive ? 'AppendEntries 成功' : 'AppendEntries 被拒绝';
  return kind === 'beat' ? '心跳' : `AppendEntries，${entries} 个条目`;
};

export const tables: typeof en = {
  log: {
    title: '日志',
    noop: '空',
    match: 'matchIndex',
    nextSeenBy: (id) => `nextIndex，据 ${server(id)} 所知`,
    serverColumn: '服务器',
    column: (index) => `条目 ${formatNumber(index)}`,
    hidden: (from, to) =>
      from === to ? `条目 ${formatNumber(from)} 未显示` : `条目 ${formatNumber(from)} 至 ${formatNumber(to)} 未显示`,
    cell: ({ index, term, command, committed, durable }) =>
      `条目 ${formatNumber(index)}，任期 ${term}，${command}，${committed ? '已提交' : '未提交'}${durable ? '' : '，尚未写入磁盘'}`,
    empty: '空位',
    snapshotCell: (index, wide) => (wide ? `快照至 ${formatNumber(index)}` : `至 ${formatNumber(index)}`),
    snapshot: (index, term) => `快照，直到任期 ${term} 的条目 ${formatNumber(index)}`,
    members: (voters, next) =>
      next === null
        ? `成员 ${common.servers(voters)}`
        : `成员 ${common.servers(voters)}，与 ${common.servers(next)} 联合`,
    row: (id, badge, last, commit) =>
      `${server(id)}，${ROLES[badge]}，共 ${formatNumber(last)} 个条目，commitIndex 为 ${formatNumber(commit)}`,
    progress: (match, next) => `matchIndex 为 ${formatNumber(match)}，nextIndex 为 ${formatNumber(next)}`,
    latest: '最新',
    earlier: '更早的条目',
    later: '更晚的条目',
    committed: '已提交',
    uncommitted: '未提交',
  },
  timeline: {
    title: '时间线',
    slider: '时间',
    now: (time, term, leader) =>
      `${formatNumber(Math.floor(time / 1000))} 毫秒，任期 ${term}，${leader === null ? '没有领导者' : `领导者 ${server(leader)}`}`,
    units: { ms: 'ms', s: 's', clock: '' },
    zoomIn: '放大',
    zoomOut: '缩小',
    whole: '整个运行过程',
    moments: '关键时刻',
    mark: (facts) =>
      `${formatInstant(facts.at)}：${moment(facts)}${facts.others > 0 ? `（另有 ${facts.others} 项）` : ''}`,
    line: (facts) =>
      `${lineName(facts)}，${server(facts.from)} 到 ${server(facts.to)}，任期 ${facts.term}${facts.fate === 'lost' ? '，已丢失' : ''}`,
    legend: {
      election: '选举',
      leader: '新领导者',
      commit: '提交',
      fault: '故障',
      heal: '恢复',
      crash: '崩溃',
      request: '客户端请求',
    },
  },
};
