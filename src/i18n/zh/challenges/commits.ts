import type { words as en } from '../../en/challenges/commits';

export const words: typeof en = {
  'whose-answer': {
    ask: {
      all: '{leader} 刚追加一个条目。各服务器旁边是一次请求加回复所需的时间。谁的回复使条目提交？',
      crashed: '{leader} 刚追加一个条目，{down} 已崩溃。各服务器旁边是一次请求加回复所需的时间。谁的回复使条目提交？',
    },
    parts: { server: '使条目提交的回复' },
    why: {
      all: '{leader} 算上自己，还需要{others}台才成为{all}台中的多数派。{server} 的回复约 {trip} 毫秒后凑齐，更慢的不会拖累谁。',
      crashed:
        '不管谁崩溃，{all}台的多数派都是{majority}台。{server} 的回复约 {trip} 毫秒后凑齐：崩溃只意味着等更慢的一台。',
    },
    change: { all: '此刻让 {server} 崩溃', crashed: '此刻让 {server} 也崩溃' },
  },
  'safe-to-apply': {
    ask: { ask: '所有服务器刚以图中的日志重启，还没有领导者。{owner} 的哪些条目是任何选举都夺不走的？' },
    parts: { safe: '{owner} 的安全条目' },
    why: {
      some: '凡能当选的服务器都有直到 {safe} 的条目。但 {server} 靠 {voters} 就能当选，却没有条目 {lost}：它就这样丢失。',
      none: '{server} 靠 {voters} 的选票就能当选，却没有其中任何条目：它们就这样全部丢失。',
    },
    change: { ask: '只留下 {server} 与 {voters}，亲手试试' },
  },
  'figure-8': {
    ask: {
      overwritten:
        '任期 {old} 的条目 {entry} 在{all}台中的{holders}台上，{leader} 领导任期 {term}。接着 {leader} 被隔离并崩溃，{last} 恢复。',
      committed:
        '任期 {old} 的条目 {entry} 在{all}台中的{holders}台上，{leader} 领导任期 {term}。接着它把自己任期的条目复制到多数派后崩溃，{last} 恢复。',
      off: '有一条规则被关闭：旧条目的副本也算数。任期 {old} 的条目 {entry} 在{all}台中的{holders}台上。接着领导者 {leader} 被隔离并崩溃，{last} 恢复。',
    },
    parts: { committed: '{leader} 此刻认为条目 {entry} 已提交', survives: '它最终仍在多数派上' },
    why: {
      overwritten:
        '旧任期条目的副本数不算。{last} 的最后一条属于任期 {between}，仍能当选并覆盖它；本来就没有对谁作过承诺。',
      committed:
        '它自己的副本数不算，但任期 {term} 的条目到达多数派就算，并连带之前的一切：只有任期 {between} 条目的 {last} 不再能当选。',
      off: '{leader} 数了副本，以为条目已提交。{last} 照样当选并覆盖了它：一个已提交的条目消失了。',
    },
    change: {
      overwritten: '同样的情形，但关闭规则',
      committed: '同样的情形，但关闭规则',
      off: '同样的情形，但规则生效',
    },
  },
  'silent-leader': {
    ask: {
      plain:
        '{next} 刚赢得任期 {term}，拥有全部 {last} 个条目，只知道到 {own} 为止已提交。{wait} 毫秒内没有写入，之后有一次写入。',
      noop: '{next} 刚赢得任期 {term}，并追加一个空条目。原有 {last} 个条目，只知道到 {own} 为止已提交。{wait} 毫秒内没有写入，之后有一次写入。',
    },
    parts: { quiet: '写入之前它的 commitIndex', after: '写入之后它的 commitIndex' },
    why: {
      plain:
        '{next} 不能靠数旧任期的副本来提交。有了写入，才有任期 {term} 的条目可数：它到达多数派后，直到 {after} 的条目都已提交。',
      noop: '空条目属于任期 {term}，{next} 可以数它的副本：客户端还没写入，直到 {quiet} 的条目就都已提交。',
    },
    change: { plain: '同样的情形，但立即追加空条目', noop: '同样的情形，但没有空条目' },
  },
  'deposed-leader': {
    ask: { ask: '{next} 领导任期 {newTerm}。{leader} 还以为自己领导任期 {old}，关于条目 {entry} 的回复可能正在路上。' },
    parts: { commits: '{leader} 下台前提交条目 {entry}', holds: '{next} 有条目 {entry}' },
    why: {
      late: '回复先到，新任期的消息后到，所以 {leader} 完成了提交。这没有害处：多数派上的条目，以后的每位领导者都有。',
      overtaken:
        '{leader} 先听说了任期 {newTerm}，于是下台。什么也没丢：{next} 有条目 {entry}，会随自己的条目一起提交它。',
      alone: '只有 {stored} 保存了条目 {entry}，不可能有多数派为它作证。{next} 没有它也当选了，并将覆盖它。',
    },
    change: { ask: '此刻让 {next} 崩溃' },
  },
  'lost-tail': {
    ask: {
      off: '有一条规则被关闭：{slow} 在条目 {entry} 写入磁盘之前就回复成功。条目提交后，{leader} 崩溃，{two} 重启。下一位领导者是谁？',
      on: '{two} 把条目 {entry} 写入磁盘后才回复成功。条目提交后，{leader} 崩溃，{two} 重启。下一位领导者是谁？',
    },
    parts: { leader: '下一位领导者', survives: '它有条目 {entry}' },
    why: {
      gone: '{slow} 承诺过的内容随重启丢失，所以 {winner} 没有条目 {entry} 也能当选：一个已提交的条目消失了。',
      luck: '{slow} 丢失了它承诺过的内容。{winner} 恰好有这个条目只是运气：没有它的服务器也可能当选。',
      kept: '回复过的都在磁盘上，所以 {two} 仍有条目 {entry}，没有它们的选票谁也不能当选：{winner} 也有它。',
    },
    change: { off: '从写入之前开始，规则生效', on: '从写入之前开始，关闭规则' },
  },
  'everybody-off': {
    ask: {
      plain: '所有服务器即将崩溃，稍后重启。{leader} 的 commitIndex 现在是 {commit}。重启后它还有什么？',
      snapshot:
        '每台服务器都有快照。所有服务器即将崩溃，稍后重启。{leader} 的 commitIndex 现在是 {commit}。重启后它还有什么？',
    },
    parts: { kept: '刚重启时与之前相同的', commit: '刚重启时的 commitIndex', apply: '何时再次应用条目' },
    words: {
      term: 'currentTerm',
      vote: 'votedFor',
      log: '日志',
      commitIndex: 'commitIndex',
      lastApplied: 'lastApplied',
      role: '角色',
      restart: '重启时',
      election: '选出领导者时',
      ownEntry: '领导者提交自己任期的条目时',
    },
    why: {
      plain: '任期、选票、日志在磁盘上，其余都忘了。{first} 必须先提交任期 {term} 的空条目，才知道之前的条目已提交。',
      plainQuiet:
        '任期、选票、日志在磁盘上，其余都忘了。这里新领导者不追加空条目，{first} 只能等任期 {term} 的条目：写入 {write}。',
      snapshot:
        '任期、选票、日志和快照在磁盘上。快照里的都已提交，所以 commitIndex 从 {base} 开始，其余要等任期 {term} 的条目。',
      snapshotQuiet:
        '快照里的都已提交，所以 commitIndex 从 {base} 开始。这里新领导者不追加空条目，{first} 只能等任期 {term} 的写入 {write}。',
    },
    change: {
      plain: '同样的情形，新领导者不追加空条目',
      snapshot: '同样的情形，新领导者不追加空条目',
      plainQuiet: '同样的情形，新领导者追加空条目',
      snapshotQuiet: '同样的情形，新领导者追加空条目',
    },
  },
};
