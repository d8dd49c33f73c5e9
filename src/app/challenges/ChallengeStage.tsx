import { useTexts } from '../../i18n';
import { Stage } from '../../stage';
import { GroupChooser } from '../GroupChooser';
import { useStage } from '../sources';
import { type OnStage, useOnStage } from './on-stage';

/** The cluster as it stands still, with what is shown beside the servers and the reader's pick around them. */
export function ChallengeStage(props: OnStage) {
  const texts = useTexts();
  const { states, stage } = useStage();
  const own = useOnStage(props, stage.onSelect);
  return (
    <section
      className={`story__stage challenge__stage${states.length === 0 ? '' : ' has-groups'}`}
      aria-label={texts.app.regions.stage}
    >
      <GroupChooser groups={states} />
      <Stage {...stage} {...own} />
    </section>
  );
}
