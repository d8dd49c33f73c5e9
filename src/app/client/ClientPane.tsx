import { useCallback } from 'react';
import { useTexts } from '../../i18n';
import { useAppStore, useFrame } from '../../store';
import type { Frame } from '../../trace';
import { Icon, IconButton } from '../../ui';
import { useLayout } from '../layout';
import { isSameList } from '../same';
import { Composer } from './Composer';
import { LoadChooser } from './LoadChooser';
import { latestOperations, type OperationRow } from './operations';
import './operations.css';

/** How many operations there is room for. */
function roomFor(form: string, height: number): number {
  if (form === 'narrow') return 3;
  if (height >= 860) return 4;
  return height >= 780 ? 3 : 2;
}

/** What the clients asked for and what became of it, and a line to ask for more. */
export function ClientPane() {
  const texts = useTexts().app;
  const store = useAppStore();
  const { form, height } = useLayout();
  const hasClients = useFrame(useCallback((frame: Frame) => frame.clients.length > 0, []));
  return (
    <section className="client" aria-label={texts.regions.client}>
      <div className="client__head">
        <h2>{texts.client.title}</h2>
        {hasClients ? <LoadChooser /> : null}
        {hasClients ? (
          <IconButton
            label={texts.client.more}
            tip="end"
            aria-haspopup="dialog"
            icon={<Icon name="more" />}
            onClick={() => store.showPanel('write')}
          />
        ) : null}
      </div>
      {hasClients ? (
        <>
          <Operations count={roomFor(form, height)} />
          <Composer />
        </>
      ) : (
        <p className="client__none">{texts.client.noClients}</p>
      )}
    </section>
  );
}

/** The latest operations and what became of them. */
export function Operations({ count }: { readonly count: number }) {
  const texts = useTexts().app.client;
  const select = useCallback((frame: Frame) => latestOperations(frame, count), [count]);
  const rows = useFrame(select, isSameList);
  return (
    <ul className="operations" style={{ ['--rows' as string]: count }}>
      {rows.length === 0 ? <li className="client__none">{texts.none}</li> : null}
      {rows.map((row) => (
        <Operation key={row.key} row={row} />
      ))}
    </ul>
  );
}

function Operation({ row }: { readonly row: OperationRow }) {
  const texts = useTexts().app.client;
  const isDone = row.outcome === 'ok' || row.outcome === 'read';
  const words = texts.outcome(row);
  return (
    <li className={isDone ? 'operation operation--done' : 'operation'}>
      <strong title={row.command}>{row.command}</strong>
      <span className="operation__target">{texts.to(row.target)}</span>
      <span className="operation__outcome" title={words}>
        {isDone ? <Icon name="check" size={13} /> : null}
        {words}
      </span>
    </li>
  );
}
