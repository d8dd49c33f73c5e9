import { common } from './common';

const { server } = common;

export const app = {
  name: 'Raftarium',
  pageTitle: 'Raftarium: Raft, running',
  skip: 'Skip to the cluster',
  /** Landmarks, which are heard and not seen. */
  regions: {
    header: 'Raftarium',
    stage: 'Cluster',
    client: 'Client',
    inspector: 'Inspector',
    why: 'Why',
    time: 'Time',
    describe: 'The cluster in words',
  },
  close: 'Close',

  header: {
    /** @param scenario its name; null: a fresh cluster */
    run: (scenario: string | null, seed: number) => (scenario === null ? `Seed ${seed}` : `${scenario}, seed ${seed}`),
    servers: (count: number) => `${count} servers`,
    chooseServers: (count: number) => `${count} servers. Begin a new cluster`,
    rulesOff: (count: number) => (count === 1 ? '1 rule is off' : `${count} rules are off`),
    rulesOffHint: (ids: readonly string[]) => `This is not Raft now. Off: ${ids.join(', ')}.`,
    newOf: (count: number) => `New cluster of ${count}`,
    copy: 'Copy link',
    copied: 'Link copied',
    copyFailed: 'The browser keeps the clipboard closed: copy the address above.',
    otherLanguage: '中文',
    toOtherLanguage: '中文界面',
    theme: 'Theme',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark', projector: 'Projector' },
    help: 'Help and keys',
    menu: 'Menu',
  },

  hints: {
    select: 'Click a server, then crash it',
    tap: 'Tap a server, then crash it',
    cut: 'Drag a line across the servers',
  },

  transport: {
    label: 'Playback',
    back: 'One event back',
    forward: 'One event on',
    play: 'Play',
    pause: 'Pause',
    speed: 'Speed: virtual time per real time',
    auto: 'Auto',
    moreSpeeds: 'More speeds',
    previousMoment: 'Previous key moment',
    nextMoment: 'Next key moment',
    now: 'Current virtual time',
  },

  stage: {
    cut: 'Cut network',
    heal: 'Heal',
    network: 'Network',
    tools: 'Network tools',
  },

  groups: {
    label: 'Raft group shown',
    choice: (group: string, leader: number) => (leader === 0 ? `${group} no leader` : `${group} ${server(leader)}`),
  },

  client: {
    title: 'Client',
  },

  drop: 'Let go to open this file',
  /** Of a part of the page that is loaded after the first picture. */
  missing: {
    text: 'This part could not be loaded. Is there a connection?',
    again: 'Try again',
  },

  error: {
    title: 'Something went wrong in this page',
    text: 'The run is not lost: the address below opens it again at the same instant.',
    detail: 'What happened',
    copy: 'Copy the address',
    copyDetail: 'Copy the details',
    resume: 'Continue from here',
    fresh: 'Begin a new cluster',
  },
};
