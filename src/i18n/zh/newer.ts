import type { newer as english } from '../en/newer';

export const newer: typeof english = {
  text: 'Raftarium 有新版本了。',
  reload: '重新加载',
  later: '暂不',
};
