import type { bookmarks as en } from '../en/bookmarks';
import { formatInstant } from '../format';

export const bookmarks: typeof en = {
  intro: '给这次运行中的时刻起名，并按讲述的顺序排列。书签是链接的一部分。',
  none: '还没有任何时刻有名字。',
  add: '为此刻加书签',
  list: '书签，按讲述的顺序',
  name: (name, place) => (name.trim() === '' ? `书签 ${place}` : name),
  nameLabel: '名称',
  caption: '说明',
  captionHint: '所有人可见',
  notes: '备注',
  notesHint: '只有你自己可见',
  instant: formatInstant,
  go: (name, at) => `前往“${name}”，${formatInstant(at)}`,
  edit: (name) => `编辑“${name}”`,
  earlier: (name) => `将“${name}”提前`,
  later: (name) => `将“${name}”推后`,
  remove: (name) => `删除“${name}”`,
  order: '按时间排序',
  undo: '撤销',
  lecture: '开始讲课',
  full: (most) => `已有 ${most} 个书签，达到一次运行的上限。`,
  marks: '时间线上的书签',
  told: '说明',
};
