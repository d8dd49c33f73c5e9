import type { captions as en } from '../../en/stories/earlier-terms';

export const captions: typeof en = {
  tryIt: '在 (c) 接过控制权。找一种办法让多数派上的条目丢失，再找一种让它安全。',
  parts: {
    a: '(a) 任期 2',
    b: '(b) 任期 3',
    c: '(c) 任期 4',
    d: '(d) 任期 5：被覆盖',
    committed: '(e) 或被提交',
    unsafe: '没有这条规则',
  },
  cues: {
    a: { say: '(a) {leader} 领导任期 {leaderTerm}。网络断开，它的条目 {entry} 送不到多数派，只有 {holders} 有。' },
    'a-crash': { say: '{dead} 崩溃。还在运行的服务器中，只有 {holder} 有它的条目。' },
    b: { say: '(b) {leader} 赢得任期 {leaderTerm}：{voters} 投给它，因为它的日志不比它们的旧。' },
    'b-entry': {
      say: '{leader} 接受写入，也成为条目 {entry}。同一位置，这里是任期 {leaderTerm}，别处是任期 {other}。',
    },
    'b-crash': { say: '还没有谁拿到副本，{dead} 就崩溃了。' },
    c: { say: '(c) {leader} 回来了，赢得任期 {leaderTerm}。它仍有任期 {old} 的条目 {entry}。' },
    'c-copy': {
      say: '它接着复制。{actor} 现在也存下条目 {entry}，{all}台中有了{copies}台：多数派。',
      tryIt: '先猜一猜：这个条目现在安全了吗？',
    },
    'c-held': {
      say: '{leader} 知道有{copies}份。算提交吗？不：它只能数自己任期 {leaderTerm} 的条目，这是任期 {old} 的。',
    },
    'c-own': { say: '{leader} 追加了自己任期的条目 {entry}。但它被隔离，谁也收不到。' },
    'd-crash': { say: '{dead} 再次崩溃。条目 {entry} 在 {holders} 上，也在 {dead} 的磁盘上，是多数派。看似安全。' },
    d: {
      say: '(d) 然而 {leader} 赢得任期 {leaderTerm}。{voters} 投给它：它的最后条目是任期 {own}，晚于它们的 {theirs}。',
    },
    'd-gone': { say: '{actor} 改用 {leader} 的日志：任期 {old} 的条目 {entry} 被删除，换成任期 {fresh} 的。' },
    'd-all': { say: '{actor} 也丢了它。在多数派上的条目没了，却没有损害：谁也没说过它已提交。' },
    again: { say: '回到 (c)：任期 {old} 的条目 {entry} 在 {holders} 上，还未提交。怎样才能让它安全？' },
    'e-own': { say: '(e) 这一次，{leader} 把自己任期 {leaderTerm} 的条目送到了多数派：{holders} 都有条目 {entry}。' },
    e: { say: '属于自己的任期，可以数：条目 {own} 已提交，条目 {old} 和之前的也随之提交。' },
    'e-refuse': {
      say: '{dead} 崩溃，{candidate} 像 (d) 那样参选。但 {actor} 的日志结尾已是任期 {own}，晚于 {theirs}：不投。',
    },
    'e-safe': { say: '{candidate} 只得{all}票中的{votes}票，赢不了。再没有谁能覆盖条目 {entry}：规则等的就是这个。' },
    off: { say: '再回到 (c)，但关闭这条规则：这里的领导者任何任期都数。{holders} 都有条目 {entry}。' },
    'off-commit': { say: '规则已关闭：{leader} 数到条目 {entry} 有{copies}份，当作已提交并应用，x 是 {value}。' },
    'off-gone': { say: '和 (d) 一样：{dead} 崩溃，{leader} 当选，{actor} 删除条目 {entry}。规则关闭时，它已算提交。' },
    'off-broken': {
      say: '{leader} 应用自己的条目 {entry}：x 是 {value}。而 {old} 在此应用后 x 是 {before}。同一索引命令不同：出错了。',
    },
  },
};
