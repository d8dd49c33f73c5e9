import type { captions as en } from '../../en/stories/many-groups';

export const captions: typeof en = {
  tryIt: '在画面上方选一个组并写入。再隔离一台服务器：哪些组需要选举？',
  parts: {
    split: '三个组',
    spread: '分散领导者',
    crash: '一次崩溃',
    back: '各组归队',
  },
  cues: {
    split: { say: '一个组的写入全由领导者承担。于是把数据分给{groups}个组 α、β、γ，都在这{all}台服务器上。' },
    alpha: { say: '在 α 组，{leader} 领导并提交一次写入：x 是 {value}。β 和 γ 看不到，它们各有自己的日志。' },
    beta: { say: '同样的服务器，看 β 组：领导者是 {leader}，x 是 {value}；在 α 组是 {other}。各组管各自的数据。' },
    load: { say: '{leader} 领导 β，又领导 γ，要做双份的事。于是把 γ 移交给 {heir}：逐组分散领导者。' },
    spread: {
      say: '{leader} 领导 γ 的任期 {leaderTerm}，{beta} 领导 β 的任期 {betaTerm}，{alpha} 领导 α。任期、选票、定时器，各组自管。',
    },
    crash: {
      say: '{dead} 崩溃。这是一台计算机，它从每个组里消失：β 失去领导者，α 和 γ 只少一个跟随者。',
      tryIt: '在这里切换到 γ。组里有谁察觉，什么时候？',
    },
    on: { say: 'α 立即继续：{leader} 仍在领导，{all}台中有{count}台在运行。条目 {commit} 已提交。' },
    wait: { say: '只有 β 要等定时器到期：{actor} 在任期 {actorTerm} 参选。在 γ，{gamma} 照常领导任期 {gammaTerm}。' },
    won: { say: '{leader} 领导 β。{alpha} 和 {gamma} 一直在领导 α 和 γ。若全由一台领导，就会全部停下。' },
    back: { say: '{back} 回来了，在每个组里都是跟随者。在 β 它有到条目 {has}，其余的由 {leader} 照常补上。' },
    same: { say: '{back} 赶上了。CockroachDB 和 TiKV 运行成千上万个这样的组，合并心跳，或让空闲的组休眠。' },
  },
};
