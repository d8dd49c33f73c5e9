import type { captions as en } from '../../en/stories/replicated-state';

export const captions: typeof en = {
  tryIt: '写点什么，再让新的领导者也崩溃，然后重启其中一台。你写的值还在吗？',
  parts: {
    copies: '副本',
    order: '同一顺序',
    crash: '崩溃',
  },
  cues: {
    alone: { say: '值只放在一台服务器上，它一坏值就没了。这里{all}台要保有相同的值，坏一台也无妨。' },
    asks: { say: '客户端要写 {command}，去找领导者 {leader}。一切改动都经由同一台服务器，于是只有一种顺序。' },
    log: { say: '{leader} 还不去改 x。它先把命令写进自己的日志，成为条目 {last}。' },
    send: { say: '然后把条目发给 {others}。服务器之间复制的是日志，不是值本身。' },
    safe: {
      say: '{all}台中有{copies}台存下了它，坏一台也丢不了。{leader} 执行命令：x 是 {value}。',
      tryIt: '现在让 {leader} 崩溃。谁还有这个条目？它还会被执行吗？',
    },
    follow: { say: '其余服务器执行同一条目。照同一份日志做事，结果就一样：处处 x 都是 {value}。' },
    order: { say: '先到的是 {first}，紧接着是 {second}。日志给它们排定顺序，对所有服务器都一样。' },
    same: { say: '日志相同，顺序相同，状态就相同：{all}台上 x 都是 {x}，y 都是 {y}。' },
    crash: { say: '{dead} 崩溃，内存里的东西全没了。{rest} 仍有每个条目、每个值。' },
    lead: { say: '{leader} 当选接任：{all}台中有{majority}台投了它，这就够了。' },
    read: { say: '客户端向 {target} 询问 x。当初接受写入的那台服务器已经停了。' },
    answer: { say: '回答是 {value}，正是最后写入的值。坏了一台服务器，没有丢一个值。' },
  },
};
