import type { ReactNode } from 'react';
import { type PanelTexts, usePanelTexts } from '../../i18n';
import { Legend } from '../../stage';
import { type Panel, useAppStore, useStore } from '../../store';
import { Dialog, Sheet } from '../../ui';
import { BookmarksPanel } from '../bookmarks/LaterBookmarksPanel';
import { BranchesPanel } from '../branches/BranchesPanel';
import type { BreakRaftPanelProps } from '../break/BreakRaftPanel';
import { FormatPanel } from '../imported/LaterFormat';
import { InspectorPane } from '../inspector/InspectorPane';
import { later } from '../later';
import { useLayout } from '../layout';
import { StopsPanel } from '../time/StopsPanel';
import { Why } from '../why/Why';
import { ClientsPanel } from './ClientsPanel';
import { ComposePanel } from './ComposePanel';
import { GoToPanel } from './GoToPanel';
import { HelpPanel } from './HelpPanel';
import { MachinePanel } from './MachinePanel';
import { MembersPanel } from './MembersPanel';
import { NetworkPanel } from './NetworkPanel';
import { NewClusterPanel } from './NewClusterPanel';
import { OpenPanel } from './OpenPanel';
import { OptionsPanel } from './OptionsPanel';
import { PalettePanel } from './PalettePanel';
import { PartitionPanel } from './PartitionPanel';
import { RulesPanel } from './RulesPanel';
import { SafetyPanel } from './SafetyPanel';
import { ScenariosPanel } from './ScenariosPanel';
import { SettingsPanel } from './SettingsPanel';
import { SharePanel } from './SharePanel';
import { TimingPanel } from './TimingPanel';
import '../panels.css';

/** It brings the search along. */
const BreakRaftPanel = later<BreakRaftPanelProps>(
  async () => (await import('../break/BreakRaftPanel')).BreakRaftPanel,
  ({ children }) => children,
);

export interface PanelsProps {
  /** Arms the drawing of a cut on the stage. */
  readonly onDrawCut: () => void;
}

/** Whatever panel is open. Sheets leave the cluster in view and in use; help and palette take the whole attention. */
export function Panels({ onDrawCut }: PanelsProps) {
  const store = useAppStore();
  const texts = usePanelTexts();
  const panel = useStore((state) => state.view.panel);
  const server = useStore(({ view }) => (view.selection?.type === 'server' ? view.selection.id : 0));
  const { form } = useLayout();
  if (panel === null) return null;
  if (form === 'wide' && (panel === 'inspector' || panel === 'why')) return null;
  const close = () => store.showPanel(null);
  const title = titleOf(panel, server, texts);
  const frame = { title, closeLabel: texts.app.close, onClose: close };
  if (panel === 'palette') {
    return (
      <Dialog {...frame} shape="top" quiet>
        <PalettePanel onClose={close} />
      </Dialog>
    );
  }
  const body = <PanelBody key={panel} panel={panel} onClose={close} onDrawCut={onDrawCut} />;
  if (panel === 'help' || panel === 'legend' || panel === 'traceFormat') {
    return (
      <Dialog {...frame} shape="wide">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <div className="panel-body" tabIndex={0}>
          {body}
        </div>
      </Dialog>
    );
  }
  return <Sheet {...frame}>{body}</Sheet>;
}

function titleOf(panel: Panel, server: number, { app }: PanelTexts): string {
  if (panel === 'machine') return app.panels.machine(server);
  if (panel === 'why') return app.regions.why;
  return app.panels[panel];
}

interface PanelBodyProps extends PanelsProps {
  readonly panel: Exclude<Panel, 'palette'>;
  readonly onClose: () => void;
}

function PanelBody({ panel, onClose, onDrawCut }: PanelBodyProps): ReactNode {
  const texts = usePanelTexts();
  switch (panel) {
    case 'inspector':
      return (
        <>
          <InspectorPane />
          <Why inPanel />
        </>
      );
    case 'why':
      return <Why inPanel />;
    case 'safety':
      return <SafetyPanel />;
    case 'legend':
      return <Legend texts={{ ...texts.stage, legend: texts.legend }} />;
    case 'help':
      return <HelpPanel />;
    case 'partition':
      return <PartitionPanel onDrawCut={onDrawCut} onClose={onClose} />;
    case 'network':
      return <NetworkPanel />;
    case 'machine':
      return <MachinePanel />;
    case 'clients':
      return <ClientsPanel />;
    case 'timing':
      return <TimingPanel />;
    case 'stops':
      return <StopsPanel />;
    case 'write':
      return <ComposePanel />;
    case 'members':
      return <MembersPanel />;
    case 'options':
      return <OptionsPanel />;
    case 'rules':
      return <RulesPanel onClose={onClose} />;
    case 'scenarios':
      return <ScenariosPanel onClose={onClose} />;
    case 'branches':
      return <BranchesPanel onClose={onClose} />;
    case 'bookmarks':
      return <BookmarksPanel />;
    case 'settings':
      return <SettingsPanel />;
    case 'newCluster':
      return <NewClusterPanel onClose={onClose} />;
    case 'share':
      return <SharePanel />;
    case 'open':
      return <OpenPanel onClose={onClose} />;
    case 'breakRaft':
      return <BreakRaftPanel onClose={onClose} />;
    case 'traceFormat':
      return <FormatPanel onClose={onClose} />;
    case 'goTo':
      return <GoToPanel onClose={onClose} />;
  }
}
