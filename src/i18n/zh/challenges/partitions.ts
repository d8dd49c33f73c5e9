import type { words as en } from '../../en/challenges/partitions';

export const words: typeof en = {
  'four-or-five': {
    ask: { ask: '一个{all}台服务器的集群，一台接一台地崩溃，每次崩溃后客户端写入一次。它能承受几次崩溃？' },
    parts: { crashes: '仍有写入得到回复的崩溃次数' },
    why: {
      odd: '{all}台的多数派是{majority}台，崩溃的也算在{all}台之内。所以能承受{survived}台崩溃，再多一台就不行了。',
      even: '{all}台的多数派是{majority}台，只能承受{survived}台崩溃，与{fewer}台时一样。多出的一台只是抬高了多数派。',
    },
    change: { ask: '亲手让它们崩溃' },
  },
  'minority-leader': {
    ask: {
      plain:
        '网络刚被切断：{own} | {others}。一个客户端向旧领导者 {leader} 写入，稍后另一个向 {other} 写入。一秒之后会怎样？',
      quorum:
        'CheckQuorum 已启用，网络刚被切断：{own} | {others}。一个客户端向旧领导者 {leader} 写入，稍后另一个向 {other} 写入。一秒之后会怎样？',
    },
    parts: { leaders: '最后画面上的领导者数', answered: '得到成功回复的写入' },
    words: { client1: '向 {leader} 的写入', client2: '向 {other} 的写入' },
    why: {
      both: '{others} 选出了自己的领导者。{leader} 还以为自己在领导，但凑不齐{majority}台，什么也提交不了：{leaders}位领导者，只有一位说了算。',
      stepsDown: '{leader} 整整一个超时没有收到多数派的回复，于是下台。{others} 选出领导者，提交了客户端的写入。',
      majority: '{own} 是多数派，{leader} 继续领导和提交。{others} 台数不够，选不出任何人。',
    },
    change: { plain: '同样的情形，启用 CheckQuorum', quorum: '同样的情形，不用 CheckQuorum' },
  },
  healing: {
    ask: {
      ask: '任期 {old} 的领导者 {leader} 与 {near} 被切断，{next} 在任期 {term} 领导其余服务器。双方都接受过写入，客户端均已放弃。现在网络恢复。',
    },
    parts: { log: '之后 {leader} 的日志', gone: '消失的写入' },
    why: {
      overwritten:
        '{leader} 听说任期 {term} 后跟随 {next}：冲突的条目被删除，换成 {next} 的条目。被删的条目从未提交过。',
    },
    change: { ask: '不恢复网络，而让 {next} 崩溃' },
  },
  'stale-read': {
    ask: {
      stale: '{leader} 和 {near} 被切断。另一侧由 {next} 领导，已提交 {fresh}。客户端向 {leader} 发出对 x 的陈旧读。',
      staleEarly: '{leader} 和 {near} 刚被切断，还没有别的领导者。客户端向 {leader} 发出对 x 的陈旧读。',
      readIndex:
        '{leader} 和 {near} 被切断。另一侧由 {next} 领导，已提交 {fresh}。客户端以 ReadIndex 方式向 {leader} 读 x。',
      lease: '{leader} 和 {near} 被切断。另一侧由 {next} 领导，已提交 {fresh}。客户端以租约方式向 {leader} 读 x。',
      leaseEarly: '{leader} 和 {near} 刚被切断，还没有别的领导者。客户端以租约方式向 {leader} 读 x。',
    },
    parts: { answer: '客户端得到的回复' },
    words: { none: '暂时没有回复' },
    why: {
      stale: '陈旧读不询问任何人：{leader} 用已应用的状态回复 {old}，尽管另一侧已提交 {fresh}。',
      current: '{leader} 没有询问任何人，立即回复 {old}。这么短的时间内不可能选出别人，所以它仍是最新值。',
      silent: 'ReadIndex 先向多数派确认 {leader} 仍是领导者。没有人确认，客户端宁可得不到回复，也不会得到旧值。',
      expired: '租约在别人可能当选之前就会到期。{leader} 的租约已到期，不能再自行回复 {old}。',
    },
    change: {
      stale: '改用 ReadIndex 读',
      staleEarly: '改用 ReadIndex 读',
      readIndex: '改用陈旧读',
      lease: '改用陈旧读',
      leaseEarly: '改用陈旧读',
    },
  },
  twice: {
    ask: {
      on: 'x 是 {before}。{leader} 已把“x 加一”提交为条目 {entry}，却在客户端得知之前崩溃。客户端会再次请求。',
      off: '有一条规则被关闭：不识别重复的请求。x 是 {before}。{leader} 已提交“x 加一”，却在客户端得知之前崩溃。客户端会再次请求。',
    },
    parts: { value: '客户端得到回复时的 x' },
    why: {
      once: '{winner} 的日志里已有这个客户端、这个序号的请求，不会再执行一次。x 是 {value}。',
      twice: '条目 {entry} 在多数派上，{winner} 也有它，却把重复的请求当作新请求：x 是 {value}，多加了一次。',
    },
    change: { on: '同样的情形，但关闭规则', off: '同样的情形，但规则生效' },
  },
};
