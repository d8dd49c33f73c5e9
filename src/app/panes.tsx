/** What embeds show of the page: panes that are loaded when they are first shown, and the hooks that panes need. */
import { INSPECTOR, type Language, MORE, NOTES } from '../i18n';
import { later } from './later';

export { LaterOperations } from './client/LaterOperations';
export { AllowedProvider, contextOf } from './context';
export { useDocumentSettings, useReducedMotion, useTheme } from './document';
export { InspectorPane } from './inspector/InspectorPane';
export { heightOfLogs } from './log-height';
export { useMedia } from './media';
export { Spoken } from './Spoken';
export type { TargetMenuState } from './TargetMenu';
export { Why } from './why/Why';

/** The board of properties, with what proves a violation. */
export const SafetyPane = later<object>(
  async (language: Language) => {
    const parts = [NOTES, INSPECTOR, MORE].map((part) => part.load(language));
    const [{ SafetyPanel }] = await Promise.all([import('./panels/SafetyPanel'), ...parts]);
    return SafetyPanel;
  },
  ({ children }) => children,
);

/** The menu of a server or a message. */
export const loadTargetMenu = async () => (await import('./TargetMenu')).TargetMenu;

export type { Player } from './learn/player';
export type PlayerMaker = Awaited<ReturnType<typeof loadPlayer>>;

/** What moves from stop to stop of a chapter. */
export const loadPlayer = async () => (await import('./learn/player')).createPlayer;

export type { ChallengePlayer } from './challenges/player';
export type ChallengePlayerMaker = Awaited<ReturnType<typeof loadChallengePlayer>>;

/** What moves through a challenge. */
export const loadChallengePlayer = async () => (await import('./challenges/player')).createChallengePlayer;
