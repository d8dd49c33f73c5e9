import type { spoken as en } from '../en/spoken';
import { announce, describe } from './describe';

export const spoken: typeof en = { describe, announce };
