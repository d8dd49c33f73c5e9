import type { captions as en } from '../../en/stories/consistency-check';

export const captions: typeof en = {
  tryIt: '让一台跟随者崩溃，写几个条目，再重启它。要拒绝几次，日志才能相接？',
  parts: {
    missing: '缺失的条目',
    back: '逐个后退',
    forward: '一次补齐',
  },
  cues: {
    crash: { say: '{dead} 崩溃。它磁盘上的日志到条目 {last} 为止。' },
    without: { say: '其余服务器不等 {away}，有多数派就够。到现在它们已提交到条目 {commit}。' },
    leader: { say: '{dead} 停了，{leader} 接任。它不知道 {away} 有什么，先按最好的算：下一个是条目 {next}。' },
    restart: { say: '{actor} 回来了。它的日志到条目 {own}，{leader} 的到条目 {last}。' },
    probe: {
      say: '{leader} 给 {to} 送来条目 {entry}，并注明前面应当是任期 {prevTerm} 的条目 {prev}。',
      tryIt: '让这条消息送达两次。有影响吗？',
    },
    refuse: { say: '{actor} 没有条目 {prev}，于是拒绝：日志中不能有空缺。' },
    step: { say: '{leader} 后退一步：给 {to} 的下一个条目从 {was} 改为 {next}，再往前一个试。' },
    again: { say: '{actor} 也没有条目 {prev}，再次拒绝。' },
    down: { say: '退了{count}步之后，{leader} 问的是：你有条目 {prev} 吗？' },
    meet: { say: '有，而且任期相同：日志在条目 {prev} 相接。{actor} 一次追加后面的{count}个条目。' },
    match: { say: '一次同意就够：{leader} 现在知道，{to} 的日志到条目 {match} 都与自己相同。' },
    matching: { say: '每次追加都经过这样的检查。因此索引和任期都相同的条目，之前的一切也相同。' },
  },
};
