import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../i18n';
import { useStore } from '../store';
import { ClientPane } from './client/ClientPane';
import { Announcer, Description } from './Describe';
import { DropZone } from './DropZone';
import { Header } from './Header';
import { Inspector } from './inspector/Inspector';
import { useKeyboard } from './keyboard';
import { LogPane } from './LogPane';
import { classOf, LayoutProvider, useWindowLayout } from './layout';
import { NoticeBar } from './NoticeBar';
import type { StoryPlace } from './route';
import { SelectionStrip } from './SelectionStrip';
import { SkipLink } from './SkipLink';
import { StagePane } from './StagePane';
import { TargetMenu, type TargetMenuState } from './TargetMenu';
import { TimePane } from './TimePane';
import { WhyPane } from './why/WhyPane';

/** Dialogs and sheets are loaded when the first one is opened. */
const Panels = lazy(async () => ({ default: (await import('./panels/Panels')).Panels }));

/** The page: stage, logs, client, inspector, why and time, laid out for the window. */
export function Workbench({ back }: { readonly back: StoryPlace | null }) {
  const layout = useWindowLayout();
  const texts = useTexts().app;
  const [menu, setMenu] = useState<TargetMenuState | null>(null);
  const [cutting, setCutting] = useState(false);
  const hasPanel = useStore((state) => state.view.panel !== null);
  useKeyboard();
  const { form } = layout;
  const drawCut = () => setCutting(true);
  return (
    <LayoutProvider value={layout}>
      <div className={classOf(layout)}>
        <SkipLink target="stage">{texts.skip}</SkipLink>
        <Header back={back} />
        <main className="page__main">
          <StagePane cutting={cutting} onCutting={setCutting} onMenu={setMenu} />
          {form === 'narrow' ? <WhyPane brief /> : null}
          <LogPane />
          {layout.lecture ? null : <ClientPane />}
          {form === 'wide' ? (
            <div className="side">
              <Inspector />
              <WhyPane />
            </div>
          ) : null}
          {form === 'medium' ? (
            <div className="why-cell">
              <WhyPane brief />
              <SelectionStrip />
            </div>
          ) : null}
          {menu === null ? null : <TargetMenu state={menu} onClose={() => setMenu(null)} />}
        </main>
        <footer className="page__foot">
          {form === 'narrow' ? <SelectionStrip /> : null}
          <TimePane />
        </footer>
        <NoticeBar />
        <DropZone />
        {hasPanel ? (
          <Suspense fallback={null}>
            <Panels onDrawCut={drawCut} />
          </Suspense>
        ) : null}
        <Description />
        <Announcer />
      </div>
    </LayoutProvider>
  );
}
