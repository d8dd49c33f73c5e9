import { useCallback, useMemo } from 'react';
import { useInspectorTexts } from '../../i18n';
import type { ServerId } from '../../raft';
import { Badge, TermChip } from '../../stage';
import { type Selection, useAppStore, useFrame } from '../../store';
import type { Frame } from '../../trace';
import { Button, Icon, IconButton } from '../../ui';
import { useEntry } from '../context';
import { Membership } from './Membership';
import { Peers } from './Peers';
import { ServerMemory } from './ServerMemory';
import { ServerRest } from './ServerRest';
import { type ServerButton, serverButtons } from './server-buttons';
import { isSameState, type ServerState, serverStateOf } from './server-state';

/** A server: who it is, what can be done to it, and all state of Figure 2. */
export function ServerInspector({ id }: { readonly id: ServerId }) {
  const select = useCallback((frame: Frame) => serverStateOf(frame, id), [id]);
  const state = useFrame(select, isSameState);
  if (state === null) return null;
  return (
    <>
      <Head state={state} />
      <Buttons id={id} />
      <ServerMemory state={state} />
      <Peers state={state} />
      <Membership state={state} />
      <ServerRest state={state} />
    </>
  );
}

function Head({ state }: { readonly state: ServerState }) {
  const store = useAppStore();
  const texts = useInspectorTexts();
  const words = texts.app.server;
  const { id, role, status, term, isolated } = state;
  // The server that is shown need not be selected. An embed has no such panel.
  const shown = useMemo(() => ({ type: 'server', id }) as const, [id]);
  const { enabled: isChanged } = useEntry('machine', shown);
  const apart = state.membership === 'voter' || role !== 'follower' ? null : state.membership;
  const name =
    status === 'crashed'
      ? words.crashed
      : status === 'paused'
        ? words.paused
        : apart === null
          ? words.roles[role]
          : texts.stage.standing[apart];
  return (
    <div className="inspector__head">
      <svg width="24" height="24" viewBox="-12 -12 24 24" aria-hidden="true">
        <Badge role={role} status={status} apart={apart} r={10.5} />
      </svg>
      <h2>{words.title(id, name)}</h2>
      {isolated ? <span className="inspector__note">{words.isolated}</span> : null}
      <svg
        className="inspector__chip"
        width="52"
        height="22"
        viewBox="-26 -11 52 22"
        role="img"
        aria-label={words.term(term)}
      >
        <TermChip term={term} text={words.term(term)} x={0} y={0} />
      </svg>
      {isChanged ? (
        <IconButton
          label={words.change}
          tip="end"
          icon={<Icon name="more" />}
          onClick={() => {
            store.select({ type: 'server', id });
            store.showPanel('machine');
          }}
        />
      ) : null}
    </div>
  );
}

function Buttons({ id }: { readonly id: ServerId }) {
  const target = useMemo((): Selection => ({ type: 'server', id }), [id]);
  return (
    <div className="inspector__buttons">
      {serverButtons.map((button) => (
        <EntryButton key={button.id} button={button} target={target} />
      ))}
    </div>
  );
}

interface EntryButtonProps {
  readonly button: ServerButton;
  readonly target: Selection;
}

function EntryButton({ button, target }: EntryButtonProps) {
  const { id, icon, word } = button;
  const { enabled, state, run } = useEntry(id, target);
  const store = useAppStore();
  const { app, hints } = useInspectorTexts();
  const words = app.server.buttons;
  const act = () => {
    // What one has acted on stays in view, also when it no longer leads.
    store.select(target);
    run();
  };
  const shown = id === 'freeze' && state === 1 ? 'play' : icon;
  return (
    <Button icon={<Icon name={shown} size={15} />} disabled={!enabled} title={hints[id]} onClick={act}>
      {words[word[state]]}
    </Button>
  );
}
