import type { traceFormat as english } from '../en/trace-format';

export const traceFormat: typeof english = {
  intro:
    '记录是一个文本文件，每行一个 JSON 对象：先是文件头，然后按发生的先后写下每台服务器做了什么。有什么写什么，没有写的就不显示。',
  lines: '各种行',
  kinds: {
    header: '第一行：有哪些服务器。并非全部投票时，用 “voters” 列出投票成员。',
    state: '服务器的任何变化。“state” 只需写变化后的字段。',
    recv: '消息到达，用发送时的 id 指明。它引起的变化写在同一行。',
    send: '消息发出，id 不得与其他消息相同。完全没有这种行时，不显示消息。',
    timeout: '服务器的选举定时器到期。',
    clientRequest: '领导者收到一个命令。',
    persist: '服务器此刻的状态已写入磁盘。完全没有这种行时，视为崩溃后全部保留。',
    apply: '一个条目交给状态机；也可以只让 “state” 中的 lastApplied 增大。',
    crash: '服务器崩溃；“restart” 写出它回来时的全部状态。',
    drop: '消息丢失。没有说明下落的消息显示为丢失。',
    partition: '网络分区；另有带 from 和 to 的 “cut”、“uncut”，以及 “heal”。',
    client: '客户端发出请求；之后用相同的 client 和 op 写 “clientReturn”，带上 status（ok、fail、info）和 value。',
  },
  fields: '“state” 的字段',
  fieldsText:
    'currentTerm、votedFor、role（follower、precandidate、candidate、leader）、log（所有条目的任期）与 cmds（条目内容），或 logDelta（从某个索引起）、base（快照替代的最后一个条目的 index 和 term）、commitIndex、lastApplied、votesGranted、nextIndex、matchIndex、electionDeadline。',
  tips: '请注意',
  tipList: [
    '变化之后、释放服务器的锁之前写下这一行。',
    '时间以毫秒计，起点任意。各服务器分别写文件时，按 t 的先后合并。',
    '至多九台服务器、64 MB、十一天。',
    '文件有错时，会指出行号和字段。',
  ],
  recipes: '几行代码即可记录',
  recipe: '语言',
  example: '最小的例子',
  open: '打开这个例子',
  copy: '复制',
  copied: '已复制',
};
