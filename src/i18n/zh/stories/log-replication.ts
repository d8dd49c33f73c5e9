import type { captions as en } from '../../en/stories/log-replication';

export const captions: typeof en = {
  tryIt: '让两台跟随者崩溃，再写入：照样成功。第三台再崩溃，客户端就只能等。为什么？',
  parts: { ask: '请求', copy: '复制', commit: '提交', follow: '跟随者得知', round: '一个来回' },
  cues: {
    quiet: { say: '{leader} 领导任期 {leaderTerm}。每份日志里只有一个条目：开启任期的空条目。' },
    asks: { say: '客户端要写 {command}。它不知道谁是领导者，就随便问了一台：{target}。' },
    redirect: { say: '{target} 只是跟随者，自己不做任何改动。它告诉客户端该去问谁：{leader}。' },
    append: {
      say: '{leader} 把命令写入自己的日志，成为任期 {leaderTerm} 的条目 {last}。虚线表示：还不可靠。',
      tryIt: '现在就让 {leader} 崩溃。这个条目还会有人知道吗？',
    },
    send: { say: '{leader} 把条目发给全部{count}台跟随者，并附上前一个条目的索引和任期。' },
    check: { say: '{actor} 有前一个条目，新条目正好接上：追加，并写入磁盘。' },
    disk: { say: '条目已写入 {actor} 的磁盘。{actor} 现在才能说“好”：这句话必须经得起崩溃。' },
    stored: { say: '{all}份日志都有了这个条目。但 {leader} 看不到，它只知道自己这一份，还在等回复。' },
    'first-yes': { say: '{other} 的回复到了：{leader} 知道有{copies}份。{all}台中需要{majority}份。' },
    commit: {
      say: '加上 {other} 共{copies}份，已是多数派：条目 {commit} 已提交，不会再变。{leader} 把它应用到状态机。',
      tryIt: '让任意两台崩溃，包括 {leader}。这个条目还会丢吗？',
    },
    answer: { say: '客户端得到答复：完成，x 是 {value}。跟随者存有条目，但还不知道它已提交。' },
    tell: { say: '不需要额外的消息：{leader} 的下一轮心跳带着它的提交索引 {commit}。' },
    learn: { say: '{actor} 得知条目 {index} 及之前的都已提交，于是也应用它。它总是稍后，从不抢先。' },
    same: { say: '{all}台服务器都已应用：处处 x 都是 {value}。日志相同，顺序相同，状态也就相同。' },
    direct: { say: '下一次写入是 {command}。客户端已经认识 {leader}，直接去问它。' },
    round: { say: '{command} 用了 {took} 毫秒：到领导者，到多数派一个来回，再返回。最慢的跟随者不影响。' },
  },
};
