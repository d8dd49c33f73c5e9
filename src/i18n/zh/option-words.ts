import type { OptionChange } from '../sentences';
import { common } from './common';
import { flagNames, ruleNames } from './option-names';

const { server } = common;

export const optionsChanged = (changes: readonly OptionChange[]): string => {
  const named = (on: boolean, type: 'rule' | 'flag') =>
    changes.flatMap((change) => {
      if (change.type !== type || change.on !== on) return [];
      return [`“${change.type === 'rule' ? ruleNames[change.rule] : flagNames[change.flag]}”`];
    });
  const groups: [string, readonly string[]][] = [
    ['从现在起打破', named(false, 'rule')],
    ['重新遵守', named(true, 'rule')],
    ['开启', named(true, 'flag')],
    ['关闭', named(false, 'flag')],
  ];
  const sentences = [
    ...groups.filter(([, names]) => names.length > 0).map(([title, names]) => `${title}：${names.join('、')}。`),
    ...changes.flatMap(valueChanged),
  ];
  return sentences.length === 0 ? '运行的选项改变了。' : sentences.join('');
};

const valueChanged = (change: OptionChange): string[] => {
  if (change.type === 'priorities') return [`优先级：${priorities(change.values)}。`];
  if (change.type !== 'number') return [];
  return [change.option === 'batchMax' ? `一条消息最多 ${change.value} 个条目。` : `${snapshots(change.value)}。`];
};

export const snapshots = (every: number): string =>
  every === 0 ? '只在要求时生成快照' : `每应用 ${every} 个条目生成一次快照`;

export const priorities = (values: readonly number[]): string =>
  values.length === 0 ? '所有服务器相同' : values.map((value, i) => `${server(i + 1)} 为 ${value}`).join('，');
