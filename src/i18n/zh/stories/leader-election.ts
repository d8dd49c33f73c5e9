import type { captions as en } from '../../en/stories/leader-election';

export const captions: typeof en = {
  tryIt: '先看各个圆环，猜猜谁会下一个参选，再让领导者崩溃。猜对了吗？',
  parts: { timeout: '定时器到期', votes: '拉票', leader: '新的领导者', crash: '领导者失效' },
  cues: {
    timers: {
      say: '还没有领导者。每个圆环是一个随机时长的定时器，{first} 剩得最少：{left} 毫秒。',
      tryIt: '暂停这台服务器，或者让另一个定时器先到期。',
    },
    timeout: { say: '{actor} 的定时器到期，一直没有领导者的消息。它成为任期 {actorTerm} 的候选人，投自己一票。' },
    requests: {
      say: '{candidate} 向其余{count}台拉票。{all}票要得{majority}票，它现有{votes}票：自己的。',
      tryIt: '丢掉几条请求。丢到第几条，{candidate} 就赢不了？',
    },
    vote: { say: '{actor} 在任期 {actorTerm} 还没投过票，{candidate} 第一个来要。先到先得，票给它。' },
    disk: {
      say: '{actor} 先把投票写入磁盘，再作答复。即使现在崩溃，它在本任期也不会投第二次。',
      tryIt: '让 {actor} 崩溃再重启。它还记得自己投给谁吗？',
    },
    counted: { say: '{actor} 已有{votes}票，需要{majority}票。还有{flying}封回复在路上。' },
    wins: { say: '{all}票得{votes}票，就是多数派：{leader} 领导任期 {leaderTerm}，不必等其余回复。' },
    announce: { say: '{leader} 立刻通知所有服务器。第一条消息带着一个空条目，在日志中开启任期 {leaderTerm}。' },
    reset: { say: '{actor} 听到领导者，重新开始计时。跟随者只要按时听到领导者，就不会参选。' },
    heartbeat: {
      say: '没有新内容？{leader} 每 {interval} 毫秒也会发一轮空消息。这就是心跳，它让别人不发起选举。',
      tryIt: '把 {leader} 隔离片刻。跟随者能容忍错过几次心跳？',
    },
    crash: { say: '{dead} 崩溃了。没有谁会通知其余服务器，它们能察觉的只有沉默。' },
    silence: { say: '不再有心跳来重置定时器。{first} 还剩 {left} 毫秒，{second} 只比它多 {more} 毫秒。' },
    both: { say: '{first} 先参选，但请求还没送到 {actor}。于是 {actor} 也参选，同样在任期 {term}。' },
    second: { say: '{late} 也来要 {actor} 的票，晚了：任期 {actorTerm} 的票已给 {chosen}。每台每任期只有一票。' },
    'wins-again': { say: '{leader} 有{votes}票，领导任期 {leaderTerm}。{other} 只有{own}票，自己的。' },
    yields: { say: '{actor} 收到 {leader} 的消息：自己参选的任期已有领导者。它放弃竞选，成为跟随者。' },
  },
};
