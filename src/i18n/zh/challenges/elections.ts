import type { words as en } from '../../en/challenges/elections';

export const words: typeof en = {
  'first-candidate': {
    ask: { ask: '任期 {term} 的领导者 {leader} 刚刚崩溃。哪台服务器最先参选？它能赢下这次选举吗？' },
    parts: { first: '最先参选', wins: '赢下这次选举' },
    why: {
      wins: '{first} 的定时器最先到期，日志也不比别人旧，所以在其他人参选之前就得到了多数派的选票。',
      behind: '{first} 最先参选，但它的日志缺少其他服务器已有的条目，因此被拒绝。{winner} 赢得任期 {newTerm}。',
    },
    change: { ask: '让 {second} 的定时器先到期' },
  },
  'near-tie': {
    ask: {
      ask: '{leader} 已崩溃。{both} 的定时器到期时间只差 {gap} 毫秒，比一条消息的延迟还短。下一位领导者在哪个任期产生？',
    },
    parts: { term: '下一位领导者的任期' },
    why: {
      won: '两台都参选了，但 {winner} 的请求先到达了足够多的服务器：得{votes}票，需要{majority}票。',
      split: '{both} 各得两票，而需要{majority}票。新的随机超时分出了胜负：{winner} 赢得任期 {newTerm}。',
    },
    change: { ask: '让 {second} 的定时器现在就到期' },
  },
  'short-log': {
    ask: { ask: '{leader} 已崩溃。{stale} 缺少条目 {entry}，定时器即将到期。它能得几票？最终由谁领导？' },
    parts: { votes: '投给 {stale} 的票（含自己）', leader: '下一位领导者' },
    why: {
      refused:
        '拥有条目 {entry} 的服务器拒绝更短的日志。{stale} 只得{votes}票，而需要{majority}票；{winner} 赢得任期 {newTerm}。',
      minority:
        '条目 {entry} 只在{all}台中的{holders}台上，不是多数派，没有向任何人作过承诺。{stale} 没有它也可以当选。',
    },
    change: { ask: '让拥有该条目的 {holder} 先参选' },
  },
  'forgotten-vote': {
    ask: {
      off: '有一条规则被关闭：选票不写入磁盘。{leader} 领导任期 {term}，此后 {forget} 重启过。现在 {second} 在同一任期参选。',
      on: '选票照规则写入磁盘。{leader} 领导任期 {term}，此后 {forget} 重启过。现在 {second} 在同一任期参选。',
    },
    parts: { votes: '投给 {second} 的票（含自己）', leaders: '赢得任期 {term} 的服务器数' },
    why: {
      two: '{forget} 忘了自己投过票，又投了一次：{second} 得{votes}票，成为任期 {term} 的第二位领导者。选举安全性被破坏。',
      enough:
        '{forget} 在同一任期投了两次。{second} 得{votes}票，需要{majority}票，所以仍只有一位领导者：靠的是运气，不是规则。',
      kept: '{forget} 从磁盘上找回了选票，不再投给别人。{second} 得{votes}票，需要{majority}票：这个任期仍只有一位领导者。',
    },
    change: { off: '同样的情形，但选票写入磁盘', on: '同样的情形，但选票会被忘记' },
  },
};
