import { actions, groups, keyName } from './actions';
import { app } from './app';
import { citation } from './citation';
import { common } from './common';
import { announce, describe } from './describe';
import { doors } from './doors';
import { events } from './events';
import { branches, notices, refusals } from './notices';
import { rules } from './rules';
import { safety } from './safety';
import { stage } from './stage';
import { tables } from './tables';

export const texts = {
  common,
  actions,
  groups,
  keyName,
  notices,
  refusals,
  branches,
  rules,
  events,
  citation,
  describe,
  announce,
  stage,
  tables,
  safety,
  app,
  doors,
};
