import { actions, groups, keyName } from './actions';
import { app } from './app';
import { breakRaft } from './break-raft';
import { citation } from './citation';
import { common } from './common';
import { announce, describe } from './describe';
import { events } from './events';
import { branches, notices, refusals } from './notices';
import { rules } from './rules';
import { stage } from './stage';
import { ruleNames } from './switches';
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
  app,
  breakRaft,
  ruleNames,
};
