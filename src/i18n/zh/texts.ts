import type { texts as en } from '../en/texts';
import { actions, groups, keyName } from './actions';
import { common } from './common';
import { branches, notices, refusals } from './notices';
import { tables } from './tables';

export const texts: typeof en = { common, actions, groups, keyName, notices, refusals, branches, tables };
