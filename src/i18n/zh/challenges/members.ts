import type { words as en } from '../../en/challenges/members';

export const words: typeof en = {
  'joint-majority': {
    ask: {
      joint: '成员正以联合共识从 {oldOnes} 变为全部五台，目前 {informed} 有该条目。现在网络被切断：{sideA} | {sideB}。',
      single: '{newOnes} 正加入 {oldOnes}，目前 {informed} 有该条目。现在网络被切断：{sideA} | {sideB}。',
      jump: '有一条规则被关闭：成员一步从 {oldOnes} 变为全部五台，目前 {informed} 有该条目。现在网络被切断：{sideA} | {sideB}。',
    },
    parts: { commit: '能选出领导者并提交写入的一侧' },
    words: { sideA: '{sideA}', sideB: '{sideB}' },
    why: {
      joint:
        '有了联合配置条目，{leader} 需要新旧成员各自的多数派。{oldOnes} 的多数只在一侧，所以不会有两个互不相交的多数派。',
      single: '{oldOnes} 的多数派与再加一台后的多数派必有公共的服务器。所以一次只增减一台，不经联合阶段也安全。',
      both: '{sideA} 按旧成员计数，{sideB} 按新成员计数，各有自己的多数派。两侧都能提交：日志从此分道扬镳。',
    },
    change: { joint: '一步变更，关闭规则', single: '同样的情形，但关闭规则', jump: '同样的情形，但规则生效' },
  },
  'leaving-early': {
    ask: {
      off: '有一条规则被关闭：移除自己的领导者一存下条目就离开。{all}台中的 {leader} 正是如此，它最初的相关消息都丢失了。{seconds} 秒后谁领导？',
      offCrashed:
        '有一条规则被关闭：移除自己的领导者一存下条目就离开。{all}台中的 {leader} 正是如此，最初的相关消息丢失，{down} 已崩溃。{seconds} 秒后谁领导？',
      on: '{all}台服务器的领导者 {leader} 要移除自己，它最初的相关消息都丢失了。{seconds} 秒后谁领导？',
      onCrashed:
        '{all}台服务器的领导者 {leader} 要移除自己，它最初的相关消息丢失，{down} 已崩溃。{seconds} 秒后谁领导？',
    },
    parts: { leader: '{seconds} 秒后的领导者' },
    why: {
      stuck:
        '{leader} 的日志比谁都新，不投票给任何人，自己又不再参选。{alive} 不足{all}台中的{majority}台：再也没有领导者。',
      luck: '{leader} 走了，别人都不知道这次变更。好在其余服务器够多，选出了 {winner}；若不够，就再也没有领导者。',
      stays: '{leader} 一直领导到变更提交，其间重发了消息，之后才离开。随后其余服务器选出了 {winner}。',
    },
    change: {
      off: '同样的情形，但规则生效',
      offCrashed: '同样的情形，但规则生效',
      on: '同样的情形，但关闭规则',
      onCrashed: '同样的情形，但关闭规则',
    },
  },
  'many-groups': {
    ask: {
      one: '{alpha} 领导 α，{beta} 领导 β，{gamma} 领导 γ，三组都在这{all}台服务器上。{down} 即将崩溃，之后客户端向每一组写入。',
      follower:
        '{alpha} 领导 α，{beta} 领导 β，{gamma} 领导 γ，三组都在这{all}台服务器上。{down} 即将崩溃，之后客户端向每一组写入。',
      majority:
        '{alpha} 领导 α，{beta} 领导 β，{gamma} 领导 γ，三组都在这{all}台服务器上。{down} 即将崩溃，之后客户端向每一组写入。',
    },
    parts: { elect: '举行选举的组', answer: '写入得到答复的组' },
    why: {
      one: '一次崩溃使每一组都少一台服务器，但只有 {down} 领导的组才需要新领导者。每组{all}台中还有{up}台，都能继续。',
      follower: '{down} 没有领导任何一组，所以没有定时器到期。每组少了一个跟随者，{all}台中的{up}台仍是多数派。',
      majority:
        '各组共用服务器：{all}台中的{up}台在哪一组都不是多数派。幸存的领导者照常当值，却什么也提交不了；其他组的候选人选不上。',
    },
    change: { one: '改为让 {other} 崩溃', follower: '改为让 {other} 崩溃', majority: '只让 {other} 崩溃' },
  },
};
