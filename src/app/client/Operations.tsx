import { useCallback } from 'react';
import { useClient } from '../../i18n';
import { useFrame } from '../../store';
import type { Frame } from '../../trace';
import { Icon } from '../../ui';
import { isSameList } from '../same';
import { latestOperations, type OperationRow } from './latest-operations';
import './operations.css';

export interface OperationsProps {
  readonly count: number;
}

/** The latest operations and what became of them. */
export function Operations({ count }: OperationsProps) {
  const texts = useClient();
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
  const texts = useClient();
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
