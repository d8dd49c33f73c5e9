import type { captions as en } from '../../en/stories/repairing-logs';

export const captions: typeof en = {
  tryIt: '首页的场景中有带冲突提示的图 7。那里每台跟随者要拒绝几次？',
  parts: {
    diverged: '各不相同',
    repair: '逐一修复',
    commit: '提交',
  },
  cues: {
    logs: { say: '论文图 7 的日志。与 {first} 相比，{short} 缺条目，{long} 多条目，{other} 有别的条目。' },
    leader: { say: '{leader} 在任期 {leaderTerm} 当选。它先当所有日志都与自己一样：下一个都是条目 {next}。' },
    probe: { say: '第一轮心跳向所有人问同一个问题：你有任期 {prevTerm} 的条目 {prev} 吗？' },
    refused: { say: '{lacking} 没有条目 {prev}；{actor} 有，却是任期 {own} 的。它们都拒绝。' },
    agreed: { say: '{both} 有，于是同意。它们在条目 {prev} 之后多出来的可以留着：暂时没有冲突。' },
    a: { say: '{actor} 只缺条目 {entry}。退一步，它的日志就与领导者一致。' },
    e: {
      say: '{actor} 的条目 {conflict} 是任期 {mine} 的，领导者的是任期 {leaders}。从这里起它改用领导者的。',
      tryIt: '在全部修复之前让领导者崩溃。下一位要从头再来吗？',
    },
    b: { say: '{actor} 只是缺条目。日志在任期 {term} 的条目 {prev} 相接，随后一次补上{count}个。' },
    f: { say: '{actor} 差得最远：日志在条目 {kept} 才相接。别处都没有的{lost}个条目被删除。' },
    met: { say: '所有日志到条目 {match} 都与 {leader} 一致，{longer} 还有多的。{leader} 从未改动自己的日志。' },
    own: { say: '客户端的 {command} 成为条目 {last}，任期 {leaderTerm} 的第一个。{both} 那个位置上是别的条目。' },
    d: { say: '{both} 的条目 {entry} 分别是任期 {old} 和 {gone} 的，与新条目冲突，连同之后的都被删除。' },
    commit: { say: '{all}份日志完全相同。条目 {commit} 属于领导者自己的任期，已在多数派上：连同之前的一起提交。' },
  },
};
