import type { captions as en } from '../../en/stories/majorities';

export const captions: typeof en = {
  tryIt: '逐台让服务器崩溃。到第几台时领导者无法再提交？再试试四台的集群。',
  parts: {
    majority: '多数派',
    cut: '断网还是崩溃',
    sides: '两边',
    stop: '没有多数派',
  },
  cues: {
    votes: { say: '{voters} 投给了 {leader}。{all}台中的{majority}台就是多数派，于是它领导任期 {leaderTerm}。' },
    stored: { say: '{holders} 存下了 {command}，又是多数派，于是提交。在 Raft 中一切由多数派决定。' },
    cut: { say: '网络断开：一边是 {few}，一边是 {many}。后者再也听不到 {leader}，与它崩溃无异。' },
    two: { say: '于是它们选出 {leader}，而 {old} 安然无恙，仍在领导另一边。两个领导者：危险吗？' },
    shared: { say: '{one} 选出了 {old}，{other} 选出了 {leader}。多数派必有交集，这里是 {both}。' },
    few: {
      say: '客户端向 {old} 写 {command}，{other} 也存了。但{all}台中的{copies}台不是多数派，无法提交。',
      tryIt: '等多久都行。断网期间 {old} 能提交这个条目吗？',
    },
    many: { say: '{leader} 让{all}台中的{copies}台存下 {command}：提交。两边绝不会都有多数派。' },
    crash: { say: '现在 {dead} 也崩溃了。这一边只剩 {leader} 和 {other}：{all}台中的{left}台，不是多数派。' },
    stuck: { say: '{command} 存在{copies}台上，而需要{majority}台。客户端只能等：宁可不答，不可答错。' },
    restart: { say: '{actor} 重启，任期、投票和日志都从磁盘恢复。这一边又有了多数派。' },
    on: { say: '{leader} 联系到了多数派：{command} 已提交。什么都没忘，只是久了一点。' },
    odd: { say: '{all}台能承受{down}台失效。{more}台也不会更多，因为多数派变成{larger}台。所以取奇数。' },
  },
};
