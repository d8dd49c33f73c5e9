import { useTexts } from '../i18n';
import { Stage } from '../stage';
import { useAppStore, useStore } from '../store';
import { Button, Icon } from '../ui';
import { Told } from './bookmarks/Bookmarks';
import { useEntry } from './context';
import { GroupChooser } from './GroupChooser';
import { useLayout } from './layout';
import { useRecorded } from './recorded';
import { useStage } from './sources';
import type { TargetMenuState } from './TargetMenu';

export interface StagePaneProps {
  /** The next drag across the stage cuts the network. */
  readonly cutting: boolean;
  readonly onCutting: (cutting: boolean) => void;
  readonly onMenu: (menu: TargetMenuState) => void;
}

/** The ring of servers, and above it what can be done to the network between them. */
export function StagePane({ cutting, onCutting, onMenu }: StagePaneProps) {
  const store = useAppStore();
  const texts = useTexts();
  const { states, stage } = useStage();
  return (
    <section id="stage" className="stage-pane" aria-label={texts.app.regions.stage} tabIndex={-1}>
      <StageTools cutting={cutting} onCutting={onCutting} />
      <GroupChooser groups={states} />
      <Told />
      <div className="stage-pane__picture">
        <Stage
          {...stage}
          onMenu={(target, anchor) => {
            store.select(target);
            onMenu({ target, anchor });
          }}
          mode={cutting ? 'cut' : 'select'}
          onCut={(groups) => {
            onCutting(false);
            store.act({ type: 'partition', groups });
          }}
        />
      </div>
    </section>
  );
}

function StageTools({ cutting, onCutting }: Pick<StagePaneProps, 'cutting' | 'onCutting'>) {
  const texts = useTexts().app;
  const heal = useEntry('heal');
  const network = useEntry('network');
  const recorded = useRecorded();
  return (
    <fieldset className="stage-tools" aria-label={texts.stage.tools}>
      <Button icon={<Icon name="cut" />} aria-pressed={cutting} disabled={recorded} onClick={() => onCutting(!cutting)}>
        {texts.stage.cut}
      </Button>
      <Button disabled={!heal.enabled} onClick={heal.run}>
        {texts.stage.heal}
      </Button>
      <Button aria-haspopup="dialog" disabled={!network.enabled} onClick={network.run}>
        {texts.stage.network}
      </Button>
      <Hint cutting={cutting} />
    </fieldset>
  );
}

/** One line that says what one can do next, until one has done it. */
function Hint({ cutting }: { readonly cutting: boolean }) {
  const texts = useTexts().app.hints;
  const { form } = useLayout();
  const recorded = useRecorded();
  const untouched = useStore((state) => state.session.run.actions.length === 0 && state.view.selection === null);
  const hint = cutting ? texts.cut : untouched && !recorded ? (form === 'narrow' ? texts.tap : texts.select) : null;
  return (
    <p className="stage-tools__hint" aria-live="polite">
      {hint}
    </p>
  );
}
