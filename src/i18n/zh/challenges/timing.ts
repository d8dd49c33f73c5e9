import type { words as en } from '../../en/challenges/timing';

export const words: typeof en = {
  'slow-heartbeats': {
    ask: {
      ask: '选举超时为 {min} 至 {max} 毫秒。从现在起，领导者每 {heartbeat} 毫秒才发一次心跳。接下来 {seconds} 秒会怎样？',
    },
    parts: { elections: '选举次数', reign: '单台服务器领导的最长时间（毫秒）' },
    why: {
      calm: '每 {heartbeat} 毫秒一次心跳，{min} 毫秒以上的定时器都不会到期：{leader} 一直领导。',
      restless:
        '定时器在下一次心跳之前就到期：共 {elections} 次选举，谁也没领导超过 {reign} 毫秒。心跳间隔必须远小于超时。',
    },
    change: { ask: '给定时器足够的时间' },
  },
  'go-worldwide': {
    ask: {
      ask: '{leader} 是领导者。消息延迟从 {near} 毫秒变成 {latency} 毫秒，选举超时仍是 {min} 至 {max} 毫秒。接下来 {seconds} 秒会怎样？',
    },
    parts: { elections: '选举次数', timeout: '其中能稳定运行的最小超时下限（毫秒）' },
    why: {
      calm: '选票 {trip} 毫秒就能回来，候选人还没放弃。心跳来得晚一些，但间隔照旧。',
      fragile:
        '心跳来得晚，但间隔照旧，所以 {leader} 保住了。若它崩溃就难了：选票要 {trip} 毫秒才回来。下限 {stable} 毫秒起选举才会成功。',
      never:
        '第一次迟到的心跳之前定时器已到期；选票要 {trip} 毫秒，候选人等不及：{elections} 次选举。下限 {stable} 毫秒起才稳定。',
    },
    change: { ask: '同样的情形，超时从 {stable} 毫秒起' },
  },
  'rocket-term': {
    ask: {
      plain: '{away} 被隔离了 {seconds} 秒，任期已到 {far}；{leader} 领导任期 {near}。现在它回来了。一秒之后会怎样？',
      preVote:
        'PreVote 已启用。{away} 被隔离了 {seconds} 秒，任期是 {far}；{leader} 领导任期 {near}。现在它回来了。一秒之后会怎样？',
    },
    parts: { leader: '领导者', term: '最高任期' },
    why: {
      deposed: '谁听说更新的任期都得跟随，{leader} 也不例外。尽职的领导者就这样下台，{winner} 赢得任期 {newTerm}。',
      takesOver: '谁听说更新的任期都得跟随，{leader} 也不例外。{away} 的日志不比别人旧，所以能赢得任期 {newTerm}。',
      again: '谁听说更新的任期都得跟随，{leader} 也不例外；它碰巧再次当选，任期变为 {newTerm}。客户端只能等待。',
      calm: '有了 PreVote，{away} 先问自己能否当选。没有人回答，它就停在任期 {far}，{leader} 继续领导。',
    },
    change: { plain: '同样的情形，启用 PreVote', preVote: '同样的情形，不用 PreVote' },
  },
  'half-deaf': {
    ask: {
      all: '{leader} 领导任期 {term}。从现在起，{deaf} 能发给所有人，却听不到任何人。{seconds} 秒之后会怎样？',
      leader: '{leader} 领导任期 {term}。从现在起，{deaf} 唯独听不到 {leader}。{seconds} 秒之后会怎样？',
      allPreVote:
        'PreVote 已启用，{leader} 领导任期 {term}。从现在起，{deaf} 能发给所有人，却听不到任何人。{seconds} 秒之后会怎样？',
      leaderPreVote:
        'PreVote 已启用，{leader} 领导任期 {term}。从现在起，{deaf} 唯独听不到 {leader}。{seconds} 秒之后会怎样？',
    },
    parts: { growth: '任期增加了', leader: '领导者' },
    why: {
      calm: '有了 PreVote，{deaf} 先问自己能否当选。没有多数派答应它，任期不变：{leader} 不受打扰。',
      restless:
        '{deaf} 听不到心跳，一再参选。每个请求都带着更新的任期，每个新任期都结束一次领导：现在是任期 {newTerm}。',
      settles:
        '{deaf} 听不到 {leader} 的心跳而参选，结束了原任期。等到领导者是其余服务器都听得到的一台，就平静了：任期 {newTerm}。',
    },
    change: {
      all: '同样的情形，启用 PreVote',
      leader: '同样的情形，启用 PreVote',
      allPreVote: '同样的情形，不用 PreVote',
      leaderPreVote: '同样的情形，不用 PreVote',
    },
  },
};
