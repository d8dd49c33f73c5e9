import type { notes as en } from '../en/notes';
import { imports } from './imports';
import { branches, notices, refusals } from './notices';
import { safety } from './safety';
import { stops } from './stops';

export const notes: typeof en = {
  notices,
  refusals,
  branches,
  safety,
  imports,
  stops,
  saving: {
    trace: '正在保存轨迹',
    share: (part) => `${Math.floor(part * 100)} %`,
    cancel: '取消',
  },
};
