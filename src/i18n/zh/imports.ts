import type { ExpectedFacts, imports as english, RemarkFacts } from '../en/imports';
import { common } from './common';

const { server } = common;

const EXPECTED = {
  number: '数字',
  text: '字符串',
  boolean: 'true 或 false',
  list: '列表',
  object: '对象',
  json: '一个 JSON 对象',
  header: '文件头 {"v":"raft-trace/1","kind":"header",…}',
  version: '"raft-trace/1"',
  newId: '未被其他消息使用的 id',
  something: '至少一个事件',
};

function expected(one: ExpectedFacts): string {
  switch (one.type) {
    case 'integer':
      return `${one.low} 到 ${one.high} 之间的整数`;
    case 'oneOf':
      return `${one.values.join('、')} 之一`;
    case 'node':
      return `文件头中的节点之一（${one.values.join('、')}）`;
    case 'names':
      return `${one.low} 到 ${one.high} 个互不相同的名称`;
    case 'asMany':
      return `与 ${one.as} 一样多的 ${one.count} 项`;
    case 'within':
      return `${one.low} 到 ${one.high} 之间的索引`;
    case 'days':
      return `不晚于第一行之后 ${one.days} 天的时间`;
    case 'own':
      return `该行的节点 ${one.node}`;
    case 'shorter':
      return `至多 ${one.most} 个字符`;
    default:
      return EXPECTED[one.type];
  }
}

const times = ({ count }: RemarkFacts): string => `${count} 次`;
const since = ({ line }: RemarkFacts): string => (line === 0 ? '' : `，首次在第 ${line} 行`);

export const imports: typeof english = {
  title: '记录',
  badge: (name) => `记录：${name ?? '粘贴的文字'}`,
  intro: (format, name, lines) =>
    format === 'etcd'
      ? `${name ?? '粘贴的文字'}：etcd raft 库的文本日志，${lines} 行。只能观看，不能操作。`
      : `${name ?? '粘贴的文字'}：另一个 Raft 写下的记录，${lines} 行。只能观看，不能操作。`,
  nodes: (nodes) => nodes.map((node, i) => `${server(i + 1)} = ${node}`).join('，'),
  back: '回到先前的运行',
  ends: '记录到此为止。',
  noLink: '记录只在它的文件里，不在任何链接里。要给别人看，请把文件发给对方。',
  reading: (name) => `正在读取${name === null ? '这段文字' : ` ${name}`}`,
  remarksTitle: '记录没有说明的内容',
  remarks: {
    receivedUnsent: (f) => `收到或丢失了此前没有任何一行发送过的消息：${times(f)}${since(f)}。`,
    receivedTwice: (f) => `消息收到的次数多于发送的次数：${times(f)}${since(f)}。`,
    fateUnknown: (f) => `消息的下落（${times(f)}）：显示为在途中丢失。`,
    timeGoesBack: (f) => `时间倒退 ${times(f)}${since(f)}：以行的先后为准。`,
    kindUnknown: (f) => `略去了未知类型的行：${times(f)}${since(f)}。`,
    actsCrashed: (f) => `服务器崩溃之后仍有动作：${times(f)}${since(f)}。`,
    noCommands: () => '条目的内容：日志只按任期比较。',
    noDisk: () => '磁盘上的内容：视为崩溃后全部保留。',
    noMessages: () => '消息：不显示。',
    noApplied: () => '应用了什么：无法判断状态机安全性。',
    noTimers: () => '选举定时器：不显示。',
    linesSkipped: (f) => `${f.count} 行与 Raft 无关。`,
    entriesGuessed: () => '日志：偶尔说明最后一个条目，它之前的内容不得而知。',
  },
  problem: ({ line, field, expected: what, found }) => {
    const where = line === 0 ? '文件' : `第 ${line} 行${field === null ? '' : `的字段 ${field} `}`;
    return `${where}应为${expected(what)}，实际${found === '' ? '缺失' : found === '""' ? '为空' : `为 ${found}`}`;
  },
  notOpened: (name, problem) => {
    const what = name === null ? '这段文字' : `文件 ${name} `;
    if (problem === 'tooLong') return `${what}没有打开：记录最多 64 MB。`;
    if (problem === 'unreadable') return `${what}没有打开：无法读取。`;
    return `${what}没有打开：${imports.problem(problem)}。`;
  },
};
