import type { captions as en } from '../../en/stories/terms-and-roles';

export const captions: typeof en = {
  tryIt: '隔离领导者，等其余服务器选出新的，再恢复网络。是哪条消息让旧领导者退位？',
  parts: { roles: '三种角色', clock: '任期递增', yield: '旧任期让位' },
  cues: {
    quiet: { say: '{all}台服务器都以跟随者启动，任期为 {term}。跟随者从不主动，只回复消息，并等待定时器到期。' },
    candidate: { say: '{actor} 等得够久了：它开始任期 {actorTerm}，成为候选人，并投自己一票。' },
    requests: {
      say: '{actor} 向其余服务器拉票。每条消息都带着发送者的任期，这{count}条写的是任期 {actorTerm}。',
      tryIt: '趁请求还在路上让 S2 崩溃。接下来谁会参选？任期是几？',
    },
    adopts: { say: '{actor} 原本在任期 {old}。谁看到更新的任期，就立刻采用：{actor} 现在在任期 {actorTerm}。' },
    leader: { say: '{leader} 得到{all}票中的{votes}票，领导任期 {leaderTerm}。一个任期至多一位领导者，也可能没有。' },
    cut: { say: '现在 {leader} 被隔离。它自己无从得知，仍是任期 {leaderTerm} 的领导者，只是没人听得见。' },
    next: { say: '{actor} 太久没有听到领导者，于是开始新的任期 {actorTerm}。任期只增不减。' },
    two: {
      say: '{leader} 领导任期 {leaderTerm}，{old} 还以为自己领导任期 {oldTerm}。领导者有两个，但不在同一任期。',
      tryIt: '分别向两位领导者写入。哪一边的条目能够提交？',
    },
    back: { say: '网络恢复了。{old} 发出下一轮心跳，上面写的仍是任期 {oldTerm}。' },
    refuse: { say: '{actor} 在任期 {actorTerm}，任期 {oldTerm} 的消息已经过时。它拒绝，并在回复中写明新任期。' },
    down: { say: '{actor} 得知有任期 {actorTerm}，而自己的更旧，于是当场停止领导，变回跟随者。' },
    end: { say: '{all}台服务器都在任期 {term}，跟随 {leader}。任期是给选举计数的时钟：落后者让位。' },
  },
};
