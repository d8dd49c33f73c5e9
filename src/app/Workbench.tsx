import { useCallback, useState } from 'react';
import { useTexts } from '../i18n';
import { useFrame, useStore } from '../store';
import type { Frame } from '../trace';
import { BesidePane, isBesideShown } from './branches/LaterBeside';
import { LaterTaskBar } from './challenges/LaterTaskBar';
import { Client } from './client/Client';
import { Dropping } from './Dropping';
import { Diagram } from './diagram/Diagram';
import { Header } from './Header';
import { Recording } from './imported/Recording';
import { InspectorPane, Strip } from './inspector/InspectorPane';
import { useKeyboard } from './keyboard';
import { Logs } from './Logs';
import { classOf, LayoutProvider, useWindowLayout } from './layout';
import { Notices } from './Notices';
import { Panels } from './panels/LaterPanels';
import { useRecorded } from './recorded';
import type { Back } from './route';
import { SkipLink } from './SkipLink';
import { Spoken } from './Spoken';
import { StagePane } from './StagePane';
import { TargetMenu, type TargetMenuState } from './TargetMenu';
import { TimePane } from './TimePane';
import { isWatched } from './time/Watch';
import { Why } from './why/Why';

/** The page: stage, logs, client, inspector, why and time, laid out for the window. */
export function Workbench({ back }: { readonly back: Back | null }) {
  const layout = useWindowLayout();
  const texts = useTexts().app;
  const [menu, setMenu] = useState<TargetMenuState | null>(null);
  const [cutting, setCutting] = useState(false);
  const recorded = useRecorded();
  const hasPanel = useStore((state) => state.view.panel !== null);
  const isDiagram = useStore((state) => state.view.diagram);
  const isBeside = useStore(isBesideShown);
  const isWatching = useStore(isWatched);
  const isSelected = useStore((state) => state.view.selection !== null);
  const isOff = useFrame(useCallback((frame: Frame) => frame.options.off.length > 0, []));
  useKeyboard();
  const { form } = layout;
  const task = back !== null && 'task' in back ? back.task : null;
  // Style sheets ask for these, because to look for what is within (`:has`) takes a browser time with each change.
  const parts = Object.entries({
    'page--task': task !== null,
    'page--diagram': isDiagram,
    'page--beside': isBeside,
    'page--back': back !== null,
    'page--off': isOff,
    'page--watch': isWatching,
    'page--strip': isSelected,
    'page--panel': hasPanel,
  }).flatMap(([name, isThere]) => (isThere ? [name] : []));
  const drawCut = () => setCutting(true);
  return (
    <LayoutProvider value={layout}>
      <div className={[classOf(layout), ...parts].join(' ')}>
        <SkipLink target="stage">{texts.skip}</SkipLink>
        <Header back={back} />
        {task === null ? null : <LaterTaskBar id={task} />}
        {isDiagram ? (
          <main className="page__main" id="stage" tabIndex={-1}>
            <Diagram />
          </main>
        ) : isBeside ? (
          <main className="page__main">
            <BesidePane />
          </main>
        ) : (
          <main className="page__main">
            <StagePane cutting={cutting} onCutting={setCutting} onMenu={setMenu} />
            {form === 'narrow' ? <Why brief /> : null}
            <Logs />
            {layout.lecture ? null : recorded ? <Recording /> : <Client />}
            {form === 'wide' ? (
              <div className="side">
                <InspectorPane />
                <Why />
              </div>
            ) : null}
            {form === 'medium' ? (
              <div className="why-cell">
                <Why brief />
                <Strip />
              </div>
            ) : null}
            {menu === null ? null : <TargetMenu state={menu} onClose={() => setMenu(null)} />}
          </main>
        )}
        <footer className="page__foot">
          {form === 'narrow' && !isDiagram ? <Strip /> : null}
          <TimePane />
        </footer>
        <Notices />
        <Dropping />
        {hasPanel ? <Panels onDrawCut={drawCut} /> : null}
        <Spoken announces />
      </div>
    </LayoutProvider>
  );
}
