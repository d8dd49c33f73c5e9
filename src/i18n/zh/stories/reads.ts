import type { captions as en } from '../../en/stories/reads';

export const captions: typeof en = {
  tryIt: '断开网络，在较大的一边写入，再到两边去读：经日志、ReadIndex、陈旧读。各得到什么答复？',
  parts: {
    log: '经过日志',
    index: 'ReadIndex',
    lease: '租约',
    stale: '陈旧读',
    cut: '断网时的 ReadIndex',
    old: '断网时的陈旧读',
    leased: '断网时的租约',
    new: '新领导者',
    off: '谁也不问',
  },
  cues: {
    'log-ask': { say: '客户端 {client} 问 {leader}：x 是多少？最直接的办法：读也是命令，和写一样占一个条目。' },
    'log-append': { say: '{leader} 把这次读追加为条目 {last}。它什么也不改，跟随者却都得存下它。' },
    'log-done': { say: '条目 {commit} 已提交：x 是 {value}。被取代的领导者提交不了，所以读不到旧值，只是代价高。' },
    'index-note': {
      say: '换成 ReadIndex，不占条目：{leader} 记下提交索引 {commit}，并询问跟随者自己是否仍是领导者。',
    },
    'index-yes': {
      say: '加上 {other}，已有{count}台确认：读到来时 {leader} 仍是领导者。条目 {commit} 已应用，x 是 {value}。',
    },
    lease: {
      say: '租约省去这一轮：多数派刚答复过 {leader}，暂时不会投给别人。它立即回答：x 是 {value}。',
      tryIt: '租约依赖时钟。让 {leader} 的时钟慢一半，再把它隔离：它还会回答多久？',
    },
    stale: { say: '陈旧读谁也不问。{actor} 只应用到条目 {own}：x 是 {value}；而 {leader} 上 x 已是 {newer}。' },
    'cut-asks': {
      say: '断网：{leader} 领导任期 {leaderTerm}，x 是 {newer}。客户端 {client} 用 ReadIndex 问仍在任期 {oldTerm} 的 {old}。',
    },
    'cut-waits': { say: '{old} 询问自己是否仍是领导者。连同 {reached} 只有{few}台，不是多数派：不能回答，也就不答。' },
    'cut-down': {
      say: '网络恢复。{actor} 得知任期 {actorTerm}，退位并放弃这次读。客户端 {client} 没有听到错误的答复。',
    },
    'cut-done': {
      say: '客户端 {client} 再次询问，{leader} 回答 x 是 {value}。Consul 的 consistent 正是如此：先由多数派确认。',
    },
    old: { say: '同样断网，但允许陈旧：{actor} 立即回答 x 是 {value}；而 {leader} 上 x 早已是 {newer}。' },
    'old-told': {
      say: '客户端 {client} 得到 {value}。Consul 的 stale 就是这样：任何服务器都答，快，总可用，但可能旧。',
    },
    leased: { say: '被隔开的 {leader} 凭租约回答：x 是 {value}。这是安全的：其他服务器守着它，比租约更久。' },
    'lease-over': { say: '其他服务器等够了：{leader} 赢得任期 {leaderTerm}。{old} 还不知道，但它的租约早已到期。' },
    'lease-asks': { say: '又一次读到了 {old}。没有租约，就得问多数派，却问不到。它宁可沉默，也不答错。' },
    'new-waits': { say: '{leader} 刚当选。它有 {old} 已提交的条目 {entry}，却只知道提交到 {commit}。读必须等。' },
    'new-own': { say: '它自己的空条目已提交，之前的也随之提交：提交索引 {commit}。追加空条目正是为此。' },
    'new-done': { say: '加上 {other} 的答复，多数派也确认了 {leader}。现在可以回答这次读：x 是 {value}。' },
    off: {
      say: '关闭这条规则：{old} 谁也不问，自以为是领导者，立即回答 x 是 {value}。{leader} 才领导任期 {leaderTerm}。',
    },
    'off-broken': {
      say: '客户端 {writer} 已得知 x 是 {newer}，之后客户端 {reader} 才问，却得到 {value}：规则关闭，时间倒流。',
    },
    'off-consul': {
      say: 'Consul 的 default 让领导者凭计时独自回答。极少数时候，例如刚断网，会像关闭规则的 {old} 那样答旧值。',
    },
  },
};
