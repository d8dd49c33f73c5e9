import type { client as en, OperationFacts } from '../en/client';
import { formatLength, formatNumber } from '../format';

const server = (id: number): string => `S${id}`;

const outcome = ({ outcome: type, target, index, value, age, attempts }: OperationFacts): string => {
  switch (type) {
    case 'ok':
      return `成功：${formatLength(age)} 后在索引 ${formatNumber(index)} 处提交`;
    case 'read':
      return `${value === null || value === '' ? '没有值' : `值为 ${value}`}，${formatLength(age)} 后在索引 ${formatNumber(index)} 处读到`;
    case 'fail':
      return `没有改变：${value === null || value === '' ? '没有值' : `当前值为 ${value}`}，见于索引 ${formatNumber(index)}`;
    case 'unknown':
      return `${formatLength(age)} 后放弃，结果未知`;
    case 'waiting':
      return `条目 ${formatNumber(index)} 等待多数派存储`;
    case 'answering':
      return `已在索引 ${formatNumber(index)} 处提交，答复正在路上`;
    case 'reading':
      return `等待多数派确认 ${server(target)} 仍在领导`;
    case 'stuck':
      return `没有答复；索引 ${formatNumber(index)} 无法提交`;
    case 'down':
      return `没有答复，${server(target)} 已崩溃`;
    case 'asked':
      return `尚无答复，已请求 ${attempts} 次`;
    case 'sent':
      return `正发往 ${server(target)}`;
  }
};

export const client: typeof en = {
  to: (id) => `发往 ${server(id)}`,
  outcome,
  none: '还没有操作。',
  noClients: '本次运行没有客户端。',
  target: '请求的服务器',
  toLeader: '发给领导者',
  toServer: (id) => `发给 ${server(id)}`,
  operation: '操作',
  placeholder: 'x ← 8',
  send: '发送',
  badOperation: 'x ← 8 赋值，x += 8 追加，x++ 加一，x:1→2 比较并设置，x? 读取。',
  more: '更多：其他操作与读取方式',
  load: '负载',
  loads: (interval) => (interval === 0 ? '仅手动' : `约每 ${formatLength(interval)} 请求一次`),
};
