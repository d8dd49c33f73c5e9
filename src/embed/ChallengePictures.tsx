import { useRef } from 'react';
import { GroupChooser, type OnStage, useGroups, useOnStage } from '../app/challenges/pieces';
import { LaterOperations, useTheme } from '../app/panes';
import { formatInstant, useEmbed, useTexts } from '../i18n';
import { MILLISECOND } from '../sim';
import { useAppStore, useStore } from '../store';
import { useSize } from '../ui';
import { Cluster } from './Cluster';
import { Fold } from './Fold';
import { leastOf } from './fit';
import { Logs } from './Logs';
import type { Asked } from './open';

interface PicturesProps extends Omit<OnStage, 'situation'> {
  readonly asked: Asked;
}

/** The cluster as it stands still, and what else the question is about. */
export function ChallengePictures({ asked, ...own }: PicturesProps) {
  const texts = useEmbed();
  const servers = useStore((state) => state.session.run.config.servers);
  const panes = [
    {
      id: 'cluster',
      label: texts.cluster,
      height: leastOf('cluster', servers),
      node: <Frozen situation={asked.situation} {...own} />,
    },
    ...(asked.logs
      ? [{ id: 'log', label: texts.logs, height: leastOf('log', servers), node: <Logs key="log" /> }]
      : []),
    ...(asked.client
      ? [{ id: 'clients', label: texts.clients, height: 66, node: <LaterOperations key="clients" count={2} /> }]
      : []),
  ];
  return <Fold className="embed__pictures" panes={panes} />;
}

/** The question says what the numbers are; beside the servers of a small picture there is no room for that. */
function shortNotes({ notes }: OnStage['situation']): readonly (string | null)[] | null {
  if (notes?.type !== 'roundTrips') return null;
  return notes.values.map((value) => (value === null ? null : formatInstant(value * MILLISECOND)));
}

/** Of a server, in pixels; smaller in low frames, and smaller still where something stands beside the servers. */
const RADIUS = 30;
const LOW = 280;

function Frozen(props: OnStage) {
  const store = useAppStore();
  const texts = useTexts();
  const states = useGroups();
  const shown = useStore((state) => state.session.group);
  // What stands beside the servers needs its room.
  const box = useRef<HTMLElement>(null);
  const isLow = (useSize(box)?.height ?? 0) < LOW;
  const usual = isLow ? RADIUS - (props.situation.notes === undefined ? 3 : 9) : RADIUS;
  // In a hall marks grow with their place.
  const radius = useTheme() === 'projector' ? undefined : usual;
  const own = useOnStage(props, (target) => store.select(target));
  return (
    <>
      <GroupChooser groups={states} />
      <section ref={box} className="embed__stage" aria-label={texts.app.regions.stage}>
        <Cluster
          {...own}
          notes={shortNotes(props.situation) ?? own.notes}
          radius={radius}
          groups={states.length === 0 ? null : { shown, states }}
        />
      </section>
    </>
  );
}
