import type { captions as en } from '../../en/stories/snapshots';

export const captions: typeof en = {
  tryIt: '让一台跟随者崩溃，写几次，让领导者压缩日志，再重启跟随者。哪种消息能帮到它？',
  parts: {
    grow: '日志变长',
    take: '快照',
    restart: '重启',
    behind: '落后太多',
    tail: '什么会留下',
  },
  cues: {
    grow: { say: '客户端反复写 x。{leader} 的日志已有{length}个条目，合起来不过一句话：x 是 {value}。' },
    full: { say: '现在是{length}个条目。放任下去会占满磁盘，重启的服务器也得把它们全部重新应用。' },
    take: {
      say: '条目 {commit} 已应用。{leader} 把状态写入磁盘：x 是 {value}，并丢弃得出它的{dropped}个条目。',
      tryIt: '趁快照还没写进磁盘，让 {leader} 崩溃。它重启后会找到什么？',
    },
    last: { say: '快照记下它所取代的最后一个条目：索引 {index}，任期 {of}。检查后面的条目要用到这两项。' },
    own: { say: '{others} 也各自做了快照，无须商量：已提交的内容处处相同。' },
    on: { say: '日志接在快照之后。{actor} 拿条目 {entry} 与快照的最后条目 {index} 对照：接得上。' },
    restart: { say: '{back} 崩溃后回来了。它从快照开始，x 是 {value}，只剩条目 {entry} 还要应用。' },
    applied: { say: '{actor} 得知条目 {commit} 已提交，应用它，与其他服务器一致：x 是 {value}。' },
    behind: { say: '{late} 在条目 {has} 之后就停了。其间 {leader} 已提交到 {index}，现在用快照取代它们。' },
    send: { say: '{late} 回来了，下一个要条目 {needed}，{leader} 却没有了，于是改发直到 {index} 的快照。' },
    install: { say: '{actor} 用快照作为自己的状态，x 是 {value}，丢掉原来的短日志，从条目 {index} 之后继续。' },
    known: { say: '{actor} 得知 {late} 已有直到 {index} 的全部，nextIndex 改为 {next}：之后发条目就行。' },
    usual: { say: '下一次写入像平常一样到达 {actor}。只有条目补不上时，才用快照。' },
    tail: {
      say: '{other} 的回复总是丢失，{leader} 不知道它有什么，发来直到 {index} 的快照。{other} 已有到条目 {has}。',
    },
    stays: { say: '{actor} 的日志里有快照的最后条目 {index}，所以保留其后的条目 {kept}，只丢掉前面的。' },
    late: { say: '回复又丢了，快照再次到来。{actor} 已知直到 {known} 都已提交，不理会它，只答“好”。' },
  },
};
