import type { diagram as en } from '../en/diagram';
import { formatInstant, formatLength, formatNumber } from '../format';
import type { DiagramLine } from '../sentences-diagram';
import { common } from './common';

const { server } = common;

const place = (id: number): string => (id > 0 ? server(id) : `客户端 ${-id}`);

const name = ({ kind, response, positive, entries }: DiagramLine): string => {
  if (kind === 'client') return response ? '给客户端的回复' : '客户端请求';
  if (kind === 'beat') return response ? '心跳回复' : '心跳';
  if (kind === 'vote') return response ? (positive === true ? '同意投票' : '拒绝投票') : '投票请求';
  if (kind === 'prevote') return response ? (positive === true ? '同意预投票' : '拒绝预投票') : '预投票请求';
  if (kind === 'handover') return 'TimeoutNow';
  if (kind === 'snapshot') return response ? '快照已保存' : '快照';
  if (response) return positive === true ? '日志条目已保存' : '日志条目被拒绝';
  return `带 ${entries} 条日志的 AppendEntries`;
};

const fate = ({ fate: what, start, end, to }: DiagramLine): string => {
  switch (what) {
    case 'flying':
      return '仍在途中';
    case 'arrived':
      return `${formatLength(end - start)} 后到达`;
    case 'waiting':
      return `自 ${formatInstant(end)} 起在 ${place(to)} 处等待`;
    case 'cut':
      return `${formatInstant(end)} 因网络断开而丢失`;
    case 'loss':
      return `${formatInstant(end)} 在途中丢失`;
    case 'dropped':
      return `${formatInstant(end)} 被人为丢弃`;
    case 'crashed':
      return `${formatInstant(end)} 丢失：${place(to)} 已停机`;
  }
};

export const diagram: typeof en = {
  title: '时空图',
  place: (id) => (id > 0 ? server(id) : `C${-id}`),
  tools: '时空图工具',
  whole: '整个运行',
  here: '当前时刻',
  zoomIn: '放大',
  zoomOut: '缩小',
  fold: (count) => (count === 0 ? '折叠平静时段' : `折叠 ${formatNumber(count)} 个平静时段`),
  past: '前因',
  future: '后果',
  back: '返回舞台',
  quiet: (length) => `平静 ${formatLength(length)}`,
  reading: '正在读取运行过程…',
  elsewhere: '放大后可以看到这一时段的消息。',
  hidden: (beats, others) => {
    const parts = [
      ...(beats > 0 ? [`${formatNumber(beats)} 条心跳`] : []),
      ...(others > 0 ? [`${formatNumber(others)} 条其他消息`] : []),
    ];
    return parts.length === 0 ? '' : `未画出：${parts.join('、')}`;
  },
  line: (facts) =>
    `${name(facts)}，${place(facts.from)} 到 ${place(facts.to)}${facts.term > 0 ? `，任期 ${facts.term}` : ''}`,
  fate,
  facts: (parts) => parts.join('；'),
  sentAt: (time) => `${formatInstant(time)} 发出`,
  events: '视野内的事件',
  barred: (lost, waiting) => {
    const list = (links: typeof lost) =>
      links.length > 8
        ? `${links.length} 条链路`
        : links.map(([from, to]) => `${place(from)}\u00a0→\u00a0${place(to)}`).join('、');
    const parts = [
      ...(lost.length > 0 ? [`单向切断 ${list(lost)}`] : []),
      ...(waiting.length > 0 ? [`拦截 ${list(waiting)}`] : []),
    ];
    return parts.length === 0 ? '' : `视野内（部分或全部时间）：${parts.join('；')}。`;
  },
  noEvents: '这一时段没有发生任何事件。',
  chosen: '选中的事件',
  choose: '点击一条消息或一个事件，或在列表中选择：这里会显示它的起因和消息。',
  because: '来龙去脉',
  received: '收到',
  sent: '发出',
  counts: (past, future, isPart) => {
    const most = isPart ? '至少' : '';
    const parts = [
      ...(past === null
        ? []
        : [past === 0 ? '之前没有事件能影响它' : `之前有${most} ${formatNumber(past)} 个事件可能影响了它`]),
      ...(future === null
        ? []
        : [future === 0 ? '目前还没有事件受它影响' : `之后有${most} ${formatNumber(future)} 个事件可能受它影响`]),
    ];
    return parts.length === 0 ? '' : `${parts.join('；')}。`;
  },
};
