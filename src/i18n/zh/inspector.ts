import type { inspector as en } from '../en/inspector';
import { formatLength, formatNumber } from '../format';
import { hints } from './action-hints';
import { common } from './common';

const { server } = common;

const app: (typeof en)['app'] = {
  server: {
    title: (id, role) => `${server(id)} ${role}`,
    roles: { follower: '跟随者', precandidate: '预候选人', candidate: '候选人', leader: '领导者' },
    crashed: '已崩溃',
    paused: '已暂停',
    term: (term) => `任期 ${term}`,
    buttons: {
      crash: '崩溃',
      restart: '重启',
      pause: '暂停',
      resume: '继续',
      timeout: '超时',
      isolate: '隔离',
      rejoin: '重新接入',
      details: '详情',
    },
    onDisk: '在磁盘上',
    onDiskHint: '崩溃后仍在',
    inMemory: '在内存中',
    inMemoryHint: '崩溃即丢失',
    nobody: '无',
    none: '无',
    lastEntry: '最后条目',
    lastEntryValue: (index, term) => (index === 0 ? '无' : `${formatNumber(index)}，任期 ${term}`),
    electionTimer: '距选举超时',
    heartbeatTimer: '下次心跳',
    timerStopped: '已停止',
    timerDue: '已过期',
    leaderKnown: '已知领导者',
    preVotes: '预投票',
    oldMembers: '旧配置',
    newMembers: '新配置',
    configuration: '成员',
    configurationValue: (voters, next) => {
      if (voters.length === 0) return '未知';
      const old = voters.map(server).join(' ');
      return next === null ? old : `${old} 与 ${next.map(server).join(' ')} 联合`;
    },
    configurationEntry: (index, committed) => `条目 ${formatNumber(index)}，${committed ? '已提交' : '未提交'}`,
    snapshot: '快照',
    snapshotValue: (index, term, durable) => `至 ${formatNumber(index)}，任期 ${term}${durable ? '' : '，尚未落盘'}`,
    priority: '优先级',
    lease: '租约',
    leaseHeld: '持有',
    leaseOver: '未持有',
    leaseUnused: '未启用',
    reads: '读取',
    readsValue: (count) => `${count} 个在等待`,
    transfer: '移交给',
    catchUp: '正在追赶',
    catchUpValue: (ids, round, target) =>
      `${ids.map(server).join('、')}，第 ${round} 轮，直到条目 ${formatNumber(target)}`,
    diskSame: '以上内容磁盘上都有。',
    diskBehind: (parts, writing) => `${writing ? '正在写入' : '尚未写入磁盘'}：${parts.join('、')}。`,
    diskTerm: (term) => `任期 ${term}`,
    diskVote: (id) => `投给 ${server(id)} 的票`,
    diskEntries: (from, to) => (from === to ? `条目 ${to}` : `条目 ${from} 至 ${to}`),
    diskShorter: '截短的日志',
    votes: '选票',
    voteStates: {
      unknown: '尚无答复',
      granting: '同意，在途中',
      granted: '同意',
      refusing: '拒绝，在途中',
      refused: '拒绝',
    },
    majority: (granted, majority) => `已得 ${granted} 票，需要 ${majority} 票`,
    peers: '领导者所知的各服务器进度',
    store: '状态机',
    storeEmpty: '空',
    clock: '时钟',
    clockValue: (rate, offset) =>
      `${formatNumber(rate)}×${offset === 0 ? '' : `，${offset > 0 ? '快' : '慢'} ${formatLength(Math.abs(offset))}`}`,
    queue: '等待中',
    queueValue: (waiting, outgoing) => `收到 ${waiting}，待发 ${outgoing}`,
    change: '更改时钟或磁盘',
    isolated: '已隔离',
    choose: '尚未选择',
    howTo: '选择一台服务器或一条消息，查看其状态并进行操作。未选择时，这里显示领导者。',
  },

  message: {
    from: '来自',
    to: '发往',
    term: '任期',
    sent: '发出',
    arrives: '到达',
    arrivesIn: (time) => `${formatLength(time)} 后`,
    held: '被拦截在链路末端',
    waiting: '已到达，尚未处理',
    doomed: '不会到达：将在断开处丢失',
    gone: '这条消息已不在途中。',
    yes: '是',
    no: '否',
    noEntries: '无（心跳）',
    entries: (from, to) => (from === to ? formatNumber(from) : `${formatNumber(from)} 至 ${formatNumber(to)}`),
    conflict: (term, index) => `任期 ${term}，索引 ${formatNumber(index)}`,
    buttons: { drop: '丢弃', duplicate: '复制', deliver: '立即送达' },
  },
};

export const inspector: typeof en = { app, hints };
