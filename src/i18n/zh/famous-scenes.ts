import type { famousScenes as en } from '../en/famous-scenes';

export const famousScenes: typeof en = {
  'two-leaders': '两个领导者',
  'figure-7': '论文图 7',
  'figure-8': '论文图 8',
  'figure-8-unsafe': '论文图 8（不安全的规则）',
};
