import type { breakRaft as english } from '../en/break-raft';
import { formatNumber } from '../format';

export const breakRaft: typeof english = {
  intro:
    '关掉 Raft 的几条规则，搜索就去寻找缺了它们会出什么错：让服务器崩溃、切断网络、让定时器到期，并留下破坏某条性质的最短一次运行。',
  chosen: (n) => (n === 0 ? '' : `已关 ${formatNumber(n)} 条`),
  availability:
    '缺了这些规则，集群不会给出错误的结果，但可能停滞不前，或失去健康的领导者。这里的搜索找不到被破坏的性质。',
  seed: '种子，不超过 4,294,967,295 的整数',
  seedFault: '种子必须是不超过 4,294,967,295 的整数。',
  nothingChosen: '请先关掉至少一条规则。',
  hunt: '开始搜索',
  pause: '暂停',
  resume: '继续',
  cancel: '取消',
  again: '重新搜索',
  show: '在集群图上看',
  hunting: (moves, situations) => `已试 ${formatNumber(moves)} 步，见过 ${formatNumber(situations)} 种局面`,
  rate: (perSecond) => `每秒 ${formatNumber(perSecond)} 步`,
  paused: '已暂停',
  shrinking: (actions) => `找到一次，正在缩短：目前 ${formatNumber(actions)} 个操作`,
  found: (property, actions) => `${property}被破坏，只需 ${formatNumber(actions)} 个操作。`,
  none: (moves) => `${formatNumber(moves)} 步之内没有性质被破坏。换一个种子也许能找到。`,
  failed: (reason) => `搜索中止：${reason}。`,
};
