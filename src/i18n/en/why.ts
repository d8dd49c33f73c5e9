/** Why something happened: loaded with the pane that says it. */
import { events } from './events';
import { recordedEvents } from './recorded-events';
import { rules } from './rules';

export const why = {
  rules,
  events: { ...events, ...recordedEvents },
  pane: {
    quietQuestion: 'What happens here?',
    quiet: 'Every server waits for a leader. The first whose timer runs out asks the others for their votes.',
    causes: 'How it came to this',
  },
};
