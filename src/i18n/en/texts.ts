import { actions, groups, keyName } from './actions';
import { app } from './app';
import { citation } from './citation';
import { common } from './common';
import { doors } from './doors';
import { stage } from './stage';
import { tables } from './tables';

export const texts = {
  common,
  actions,
  groups,
  keyName,
  citation,
  stage,
  tables,
  app,
  doors,
};
