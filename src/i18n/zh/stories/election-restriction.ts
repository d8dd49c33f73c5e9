import type { captions as en } from '../../en/stories/election-restriction';

export const captions: typeof en = {
  tryIt: '让日志陈旧的服务器一次次超时。它能当选吗？别的服务器要付出什么代价？',
  parts: {
    short: '较短的日志',
    refused: '被拒绝',
    elected: '当选',
    compare: '哪个更新',
  },
  cues: {
    away: { say: '{dead} 崩溃，日志到条目 {last} 为止。接下来的它都会错过。' },
    commit: { say: '{holders} 存下了条目 {commit}：它已提交。{away} 从没听说过它。' },
    crash: { say: '领导者 {dead} 崩溃了，{back} 又恢复运行。它的日志到条目 {own}，其余的到条目 {others}。' },
    stands: { say: '{actor} 最先参选。如果它当选，大家都要照它的日志来，已提交的条目 {committed} 就丢了。' },
    asks: { say: '所以拉票请求要写明候选人的日志结尾。{candidate} 的是任期 {lastTerm} 的条目 {last}。' },
    refuse: {
      say: '{actor} 的日志到条目 {own}，{candidate} 的到条目 {theirs}，任期都是 {both}。短的陈旧，不投。',
      tryIt: '设想没有这条规则：谁会丢掉什么？',
    },
    alone: { say: '都拒绝了，{candidate} 只有自己的{votes}票。它可以一再参选，但赢不了。' },
    other: { say: '{actor} 的日志到条目 {last}，它在任期 {actorTerm} 参选。' },
    even: { say: '连 {actor} 也投给 {candidate}，因为后者的日志不比自己的旧。' },
    wins: { say: '条目 {index} 在多数派上，投票的也是多数派，总有一台两者都在。所以当选者必有它，如 {leader}。' },
    filled: { say: '{leader} 给 {actor} 补上了错过的条目。条目只会从领导者流向其他服务器。' },
    compare: { say: '再看论文图 7 的日志。{candidate} 来拉票，它的日志以任期 {lastTerm} 的条目 {last} 结尾。' },
    longer: { say: '{actor} 的日志结尾任期同为 {lastTerm}，但到条目 {own} 而不是 {theirs}。长的更新，不投。' },
    newer: { say: '{actor} 的日志结尾任期是 {own}，{candidate} 的是 {theirs}。不论长短，任期大的更新，不投。' },
    older: { say: '{actor} 的日志更长，{own} 比 {theirs}。但结尾任期是 {ownTerm}，早于 {theirTerm}：它投赞成。' },
    result: { say: '{leader} 以{all}票中的{votes}票当选。它的日志不必最新，只要不比多数派的旧。' },
  },
};
