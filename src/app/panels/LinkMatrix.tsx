import { useCallback, useState } from 'react';
import { usePanelTexts } from '../../i18n';
import { link } from '../../sim';
import { useAppStore, useFrame } from '../../store';
import type { Frame } from '../../trace';
import { Segments } from '../../ui';
import { isSame } from '../same';

type Mode = 'cut' | 'hold';

const linksOf = ({ network, servers }: Frame) => ({ count: servers.length, cuts: network.cuts, holds: network.holds });

/** Every direction between two servers as a button: rows send, columns receive. */
export function LinkMatrix() {
  const texts = usePanelTexts();
  const words = texts.app.network;
  const [mode, setMode] = useState<Mode>('cut');
  const { count, cuts, holds } = useFrame(useCallback(linksOf, []), isSame);
  const ids = Array.from({ length: count }, (_, i) => i + 1);
  const { server } = texts.common;
  return (
    <div className="panel-stack">
      <h3>{words.links}</h3>
      <div className="button-row">
        <Segments
          label={words.mode}
          value={mode}
          choices={(['cut', 'hold'] as const).map((value) => ({ value, label: words.modes[value] }))}
          onChange={setMode}
        />
      </div>
      <p>
        {words.modeHints[mode]} {words.linksHint}
      </p>
      <table className="matrix">
        <thead>
          <tr>
            <td />
            {ids.map((to) => (
              <th key={to} scope="col">
                {server(to)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((from) => (
            <tr key={from}>
              <th scope="row">{server(from)}</th>
              {ids.map((to) => (
                <td key={to}>
                  {from === to ? null : (
                    <Direction
                      from={from}
                      to={to}
                      mode={mode}
                      cut={cuts[link(from, to)] === true}
                      held={holds[link(from, to)] === true}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DirectionProps {
  readonly from: number;
  readonly to: number;
  readonly mode: Mode;
  readonly cut: boolean;
  readonly held: boolean;
}

function Direction({ from, to, mode, cut, held }: DirectionProps) {
  const store = useAppStore();
  const words = usePanelTexts().app.network;
  const pressed = mode === 'cut' ? cut : held;
  const type = mode === 'cut' ? (cut ? 'repair' : 'cut') : held ? 'release' : 'hold';
  const state = cut ? (held ? 'both' : 'cut') : held ? 'held' : 'open';
  return (
    <button
      type="button"
      className={`matrix__cell ${cut ? 'is-cut' : ''} ${held ? 'is-held' : ''}`}
      aria-pressed={pressed}
      aria-label={`${words.direction(from, to)}: ${words.states[state]}`}
      onClick={() => store.act({ type, from, to })}
    >
      <svg
        width="18"
        height="18"
        viewBox="0 0 18 18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
      >
        {cut ? <path d="M4 4l10 10M14 4 4 14" /> : <path d="M3 9h11M10 5l4 4-4 4" />}
        {held ? <path d="M3 16h12" strokeDasharray="2 2" /> : null}
      </svg>
    </button>
  );
}
