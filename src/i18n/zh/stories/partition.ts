import type { captions as en } from '../../en/stories/partition';

export const captions: typeof en = {
  tryIt: '换一种切法，让哪边都没有多数派，例如两两一组。客户端会听到什么？',
  parts: {
    cut: '断网',
    leaders: '两个领导者',
    heal: '恢复',
    again: '再次请求',
  },
  cues: {
    cut: { say: '网络断开，{few} 与 {many} 隔开。{leader} 在较小的一边，自己无从得知。' },
    asks: { say: '客户端 {client} 写 {command}。据它所知 {leader} 是领导者，就去问它。' },
    few: {
      say: '{leader} 和 {actor} 存下了：{all}台中的{copies}台，不是多数派。{leader} 不提交，也不答复。',
      tryIt: '继续向这一边写入。日志会变多长，又有什么用？',
    },
    stands: { say: '在另一边，{actor} 太久没有 {old} 的消息，于是开始任期 {actorTerm}。' },
    two: { say: '{leader} 以{votes}票赢得任期 {leaderTerm}，{old} 仍领导任期 {oldTerm}。两个领导者，只有一个能提交。' },
    'asks-too': { say: '客户端 {client} 请新的领导者 {leader} 写 {command}。' },
    many: { say: '{leader} 知道 {command} 有{copies}份，是{all}台的多数派：提交并应用。' },
    told: { say: '客户端 {told} 得到答复：完成。客户端 {waiting} 什么也没听到：{old} 无法保证，就不答复。' },
    heal: { say: '网络恢复。{old} 仍以为自己是领导者，任期 {oldTerm}。' },
    refuse: { say: '{actor} 又听到 {old} 了，但任期 {oldTerm} 已经过去。它拒绝，并在回复中写明任期 {actorTerm}。' },
    down: { say: '{actor} 得知任期 {actorTerm}，于是退位。这不需要选举，任期更大就够了。' },
    gone: { say: '{few} 改用了 {leader} 的日志。原来的条目 {entry} {command} 被删除；没有谁被告知它已完成。' },
    retry: { say: '客户端 {client} 一直没等到 {command} 的答复，又去问 {old}。它已是跟随者，告知去找 {leader}。' },
    end: { say: '现在 {command} 作为条目 {index} 提交，排在另一次写入之后，客户端 {client} 得到答复：x 是 {value}。' },
  },
};
