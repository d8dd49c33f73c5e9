import { useCallback, useState } from 'react';
import { useSceneName, useTexts } from '../i18n';
import { entry, SERVERS, useAppStore, useFrame, useStore } from '../store';
import type { Frame } from '../trace';
import { Button, Icon, IconButton, MenuButton, type MenuItem } from '../ui';
import { contextOf } from './context';
import { DoorLinks } from './DoorHeader';
import { HeaderMenu } from './HeaderMenu';
import { RecordingBadge } from './imported/RecordingBadge';
import { useLayout } from './layout';
import { LanguageButton, ThemeButton } from './Preferences';
import { useRecorded } from './recorded';
import { type Back, backAddress } from './route';

/** Name, run, servers, link, language, theme, help; on phones all but the names are in a menu. */
export function Header({ back = null }: { readonly back?: Back | null }) {
  const texts = useTexts().app;
  const { form } = useLayout();
  return (
    <header className="head">
      <h1 className="head__name">
        <a href="#home">{texts.name}</a>
      </h1>
      {form === 'narrow' ? (
        <>
          {back === null ? <RunName /> : <BackLink back={back} />}
          <RulesOff />
          <HeaderMenu />
        </>
      ) : (
        <>
          <DoorLinks door="play" />
          {back === null ? null : <BackLink back={back} />}
          <div className="head__space" />
          <RulesOff />
          <RunName />
          <ServersButton />
          <CopyLink />
          <LanguageButton />
          <ThemeButton />
          <HelpButton />
          <HeaderMenu />
        </>
      )}
    </header>
  );
}

/** Says plainly that this is not Raft now, and leads to the rules. */
function RulesOff() {
  const store = useAppStore();
  const texts = useTexts().app.header;
  const off = useFrame(useCallback((frame: Frame) => frame.options.off, []));
  if (off.length === 0) return null;
  return (
    <button
      type="button"
      className="head__off"
      title={texts.rulesOffHint(off)}
      aria-haspopup="dialog"
      onClick={() => store.showPanel('rules')}
    >
      {texts.rulesOff(off.length)}
    </button>
  );
}

/** To the very cue or challenge where the reader took over. */
function BackLink({ back }: { readonly back: Back }) {
  const texts = useTexts().doors;
  return (
    <a className="button button--primary head__back" href={backAddress(back)}>
      <Icon name="previous" />
      {'chapter' in back ? texts.backToStory : texts.backToChallenges}
    </a>
  );
}

function RunName() {
  const texts = useTexts().app.header;
  const recorded = useRecorded();
  const seed = useStore((state) => state.session.run.seed);
  const scenario = useStore((state) => state.session.scenario);
  const name = useSceneName(scenario);
  return recorded ? <RecordingBadge /> : <p className="head__run">{texts.run(name, seed)}</p>;
}

function ServersButton() {
  const store = useAppStore();
  const texts = useTexts();
  const { header } = texts.app;
  const count = useFrame(useCallback((frame: Frame) => frame.servers.length, []));
  const items = (): MenuItem[] => [
    ...Array.from({ length: SERVERS.max - SERVERS.min + 1 }, (_, i): MenuItem => {
      const servers = SERVERS.min + i;
      return {
        type: 'item',
        id: String(servers),
        label: header.newOf(servers),
        checked: servers === count,
        onSelect: () => store.newCluster(servers),
      };
    }),
    { type: 'rule' },
    ...(['addServer', 'members'] as const).map((id): MenuItem => {
      const context = contextOf(store);
      return {
        type: 'item',
        id,
        label: texts.actions[id].label,
        checked: false,
        disabled: !entry(id).enabled(context),
        onSelect: () => entry(id).run(context),
      };
    }),
    { type: 'rule' },
    {
      type: 'item',
      id: 'new',
      label: texts.actions.newCluster.label,
      checked: false,
      onSelect: () => store.showPanel('newCluster'),
    },
  ];
  return (
    <MenuButton label={header.chooseServers(count)} items={items}>
      {header.servers(count)}
    </MenuButton>
  );
}

/** Copies the exact run and instant, and says so. */
function CopyLink() {
  const store = useAppStore();
  const texts = useTexts().app.header;
  const recorded = useRecorded();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = () => {
    const write = (link: string) => navigator.clipboard.writeText(`${location.href.split('#')[0]}${link}`);
    store
      .link()
      .then(write)
      .then(
        () => setState('copied'),
        () => {
          setState('failed');
          store.showPanel('share');
        },
      );
  };
  const settle = () => setState('idle');
  return (
    <>
      <Button
        className="head__copy"
        disabled={recorded}
        icon={<Icon name={state === 'copied' ? 'check' : 'share'} />}
        onClick={copy}
        onBlur={settle}
        onPointerLeave={settle}
      >
        {state === 'copied' ? texts.copied : texts.copy}
      </Button>
      <span className="unseen" role="status">
        {state === 'copied' ? texts.copied : state === 'failed' ? texts.copyFailed : ''}
      </span>
    </>
  );
}

function HelpButton() {
  const store = useAppStore();
  const texts = useTexts();
  return (
    <IconButton
      label={texts.app.header.help}
      hint={texts.keyName('?')}
      tip="end"
      aria-haspopup="dialog"
      icon={<Icon name="help" size={18} />}
      onClick={() => store.showPanel('help')}
    />
  );
}
