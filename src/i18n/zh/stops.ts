import type { stops as en, StopRule } from '../en/stops';
import { formatInstant } from '../format';
import { common } from './common';

const { server, client, role, message } = common;

const SIGNS = { equal: '=', above: '>', atLeast: '≥', below: '<', atMost: '≤' };
const NUMBERS = { term: '任期', commitIndex: 'commitIndex', logLength: '日志长度' };

const anyServer = (id = 0): string => (id === 0 ? '任一服务器' : server(id));
const anyClient = (id = 0): string => (id === 0 ? '任一客户端' : client(id));
const named = (type: StopRule['message'] = 'any'): string => (type === 'any' ? '消息' : message[type]);
/** Latin letters and digits keep a space from ideographs. */
const join = (...parts: readonly string[]): string =>
  parts.reduce((text, part) => (/[!-~]$/.test(text) !== /^[!-~]/.test(part) ? `${text} ${part}` : text + part));

function messageRule({ server: id, fate, message: type }: StopRule): string {
  if (fate === 'dropped')
    return id === 0 ? join(named(type), '丢失') : join(anyServer(id), '收发的', named(type), '丢失');
  return join(anyServer(id), fate === 'sent' ? '发出' : '收到', named(type));
}

const OUTCOMES = { any: '得到答复或放弃', ok: '得知操作成功', fail: '得知操作失败', unknown: '放弃等待' };

export const stops: typeof en = {
  signs: SIGNS,
  numbers: NUMBERS,
  outcomes: OUTCOMES,
  anyServer,
  anyClient,
  message: (type) => (type === 'any' ? '任一消息' : message[type]),

  rule: (rule) => {
    switch (rule.type) {
      case 'leader':
        return '有服务器成为领导者';
      case 'commit':
        return '有日志条目被提交';
      case 'truncation':
        return '有日志被截断';
      case 'violation':
        return '安全性被破坏';
      case 'termAbove':
        return `开始高于 ${rule.term} 的任期`;
      case 'role':
        return join(anyServer(rule.server), '成为', role[rule.role ?? 'leader']);
      case 'number':
        return join(
          anyServer(rule.server),
          '的',
          NUMBERS[rule.what ?? 'term'],
          `${SIGNS[rule.comparison ?? 'equal']} ${rule.value}`,
        );
      case 'message':
        return messageRule(rule);
      case 'client':
        return join(anyClient(rule.client), OUTCOMES[rule.outcome ?? 'any']);
    }
  },

  stopped: (rule, facts, at) => {
    const say = (...parts: readonly string[]) => `停在 ${formatInstant(at)}：${join(...parts)}。`;
    const who = server(facts.server);
    switch (rule.type) {
      case 'leader':
        return say(who, `成为任期 ${facts.term}`, '的领导者');
      case 'commit':
        return say(who, `提交到日志条目 ${facts.index}`);
      case 'truncation':
        return say(who, `的日志从条目 ${facts.index}`, '起被截断');
      case 'violation':
        return say('安全性被破坏');
      case 'termAbove':
        return say(who, `开始任期 ${facts.term}`);
      case 'role':
        return say(who, `在任期 ${facts.term}`, '成为', role[rule.role ?? 'leader']);
      case 'number':
        return say(who, '的', NUMBERS[rule.what ?? 'term'], `变为 ${facts.index}`);
      case 'message': {
        const what = named(facts.message ?? 'any');
        const [from, to] = [server(facts.from), server(facts.to)];
        if (rule.fate === 'dropped') return say(from, '发给', to, '的', what, '丢失');
        return rule.fate === 'sent' ? say(from, '向', to, '发出', what) : say(to, '收到', from, '的', what);
      }
      case 'client':
        return say(client(facts.client), OUTCOMES[rule.outcome ?? 'any']);
    }
  },
};
