import type { words as en } from '../../en/challenges/logs';

export const words: typeof en = {
  'legal-logs': {
    ask: { ask: '在 Raft 中，一台服务器可能拥有下列哪些日志？每格是一个条目的任期。' },
    parts: { logs: '可能吗？' },
    why: {
      logs: '日志中的任期从不减小，因为领导者只在自己的任期追加条目。索引也不会跳过：条目只能紧接在前一条之后。',
    },
    change: { ask: '打开产生第一份日志的历史' },
  },
  'possible-followers': {
    ask: {
      ask: '{leader} 刚以图中的日志赢得任期 {term}，还没有发出任何消息。图中 {follower} 是空的；它原本还可能拥有下列哪些日志？',
    },
    parts: { followers: '{follower} 可能拥有吗？' },
    why: {
      followers:
        '一个任期的条目都来自同一位领导者，接在同一份日志之后：两份日志都有某任期时，它从同一索引开始，之前完全相同。任期 {term} 则还没有条目。',
    },
    change: { ask: '打开产生第一份日志的历史' },
  },
  'wrong-next-index': {
    ask: {
      ask: '{leader} 是领导者。它为 {follower} 记的 nextIndex 是 {next}，而 {follower} 的日志到 {last} 为止。日志一致之前会发生什么？',
    },
    parts: { refusals: '{follower} 拒绝几次', deletes: '{follower} 删除自己的条目' },
    why: {
      small: 'nextIndex {next} 偏小，没有害处：{follower} 收到的是已有的条目，原样保留并回复成功。',
      large: 'nextIndex {next} 偏大，只是费时：每被拒绝一次（这里 {refusals} 次），{leader} 退一步，直到两份日志相接。',
      diverged:
        '每被拒绝一次（这里 {refusals} 次），{leader} 退一步。在日志相接处，{follower} 删除不同的条目，换成 {leader} 的条目。',
    },
    change: { ask: '同样的情形，启用冲突提示' },
  },
  'repeated-network': {
    ask: {
      on: '{follower} 的日志到 {last} 为止。领导者的一条旧 AppendEntries 迟到，其中条目只到 {upTo}。之后日志有多长？',
      off: '有一条规则被关闭：AppendEntries 会删除其后的一切。{follower} 的日志到 {last} 为止；一条旧请求迟到，条目只到 {upTo}。',
    },
    parts: { length: '{follower} 日志的最后一条' },
    why: {
      kept: '只有冲突的条目才会被删除；迟到的请求没有提到的都保留，直到 {length}。所以消息重复、乱序都没有害处。',
      cut: '日志到 {length} 为止：迟到的请求删掉了 {follower} 承诺保留的条目，而它们可能正因这一承诺而已提交。',
    },
    change: { on: '同样的情形，但关闭规则', off: '同样的情形，但规则生效' },
  },
  'snapshot-gap': {
    ask: {
      ask: '{follower} 重新上线，日志到 {last} 为止。{leader} 的条目中，到 {base} 为止的只剩快照。{follower} 怎样追上？',
    },
    parts: { rpc: '最先改变 {follower} 日志的消息', first: '追上之后日志的第一条' },
    words: { AppendEntries: 'AppendEntries', InstallSnapshot: 'InstallSnapshot', RequestVote: 'RequestVote' },
    why: {
      gap: '{leader} 已经没有条目 {needed}：它在快照里。所以发送快照，{follower} 的日志从条目 {base} 之后开始。',
      reaches: '快照在 {follower} 所缺的条目之前就结束了：{leader} 还有条目 {needed}，直接发送。每台服务器各自做快照。',
    },
    change: { ask: '让客户端此刻写入' },
  },
};
