import type { why as en } from '../en/why';
import { events } from './events';
import { recordedEvents } from './recorded-events';
import { rules } from './rules';

export const why: typeof en = {
  rules,
  events: { ...events, ...recordedEvents },
  pane: {
    quietQuestion: '这里在发生什么？',
    quiet: '每台服务器都在等待领导者。谁的定时器最先到期，谁就向其他服务器请求投票。',
    causes: '来龙去脉',
  },
};
