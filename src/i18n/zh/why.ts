import type { why as en } from '../en/why';
import { events } from './events';
import { recordedEvents } from './recorded-events';
import { rules } from './rules';

export const why: typeof en = { rules, events: { ...events, ...recordedEvents } };
