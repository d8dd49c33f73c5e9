/** Why something happened: loaded with the pane that says it. */
import { events } from './events';
import { recordedEvents } from './recorded-events';
import { rules } from './rules';

export const why = { rules, events: { ...events, ...recordedEvents } };
