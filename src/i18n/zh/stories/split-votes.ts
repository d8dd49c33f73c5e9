import type { captions as en } from '../../en/stories/split-votes';

export const captions: typeof en = {
  tryIt: '在“时间参数”里把选举超时的上下限调到几乎相同，再让领导者崩溃。会白白过去几个任期？',
  parts: { tie: '平票', again: '再次平票', settled: '分出胜负' },
  cues: {
    crash: { say: '领导者 {dead} 崩溃，只剩{left}台。但多数派仍是{all}台中的{majority}台：崩溃的也算在内。' },
    both: { say: '{both} 的定时器几乎同时到期。都开始任期 {term}，各投自己一票。' },
    crossing: {
      say: '{both} 的请求在路上交错而过，各自会先到达不同的服务器。',
      tryIt: '亲手让其中一条请求先送达。平票还会出现吗？',
    },
    given: { say: '{a} 先收到 {forA} 的请求，投给它；{b} 先收到 {forB} 的。任期 {term} 的票已全部投出。' },
    late: { say: '{late} 也向 {actor} 要票，但 {actor} 已投给 {chosen}。投出的票不会收回。' },
    tie: { say: '{both} 各得{votes}票，而需要{majority}票。{dead} 的票不会来了：任期 {term} 无人当选。' },
    wait: { say: '选票瓜分只损失时间，别的什么也不损失。{both} 各自再等一段新的随机时长。' },
    again: { say: '{actor} 比 {first} 晚 {gap} 毫秒参选，还来不及听到它。任期 {term} 又有两位候选人。' },
    'tie-again': {
      say: '又是各得{votes}票，任期 {term} 没有领导者。运气不好，但没有损害：所有日志都原样未变。',
      tryIt: '现在再让一个定时器到期。它能赢过这两台吗？',
    },
    first: { say: '这次 {actor} 领先 {lead} 毫秒，差不多够一条消息送到另一台服务器。' },
    votes: { say: '{candidate} 的请求及时送到：{both} 看到更新的任期，放弃旧的竞选，投票给 {candidate}。' },
    'too-late': { say: '{actor} 也在任期 {actorTerm} 参选，但晚了一步：{voters} 的票已经投出。' },
    wins: { say: '{leader} 得到{all}票中的{votes}票，领导任期 {leaderTerm}。' },
    end: { say: '{actor} 放弃竞选，跟随 {leader}。随机超时不能禁止平票，只是让下一次平票不太可能。' },
  },
};
