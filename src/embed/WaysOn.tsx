import { useState } from 'react';
import { runAddress, type Speaker, useContents, withBack } from '../app/challenges/pieces';
import type { ChallengePlayer } from '../app/panes';
import { VARIANTS_MAX } from '../challenges';
import type { ChallengeWords } from '../i18n';
import { Button, Icon } from '../ui';
import { fullPage } from './full-page';
import type { Embed } from './model';
import type { Asked } from './open';

interface WaysOnProps {
  readonly embed: Embed;
  readonly asked: Asked;
  readonly quiz: ChallengePlayer;
  readonly words: ChallengeWords;
  readonly speaker: Speaker;
}

/** Change one thing, on the full page; once more; another variant, here. */
export function WaysOn({ embed, asked, quiz, words, speaker }: WaysOnProps) {
  const contents = useContents();
  const [isComing, setComing] = useState(false);
  const { id: challenge, variant, situation } = asked;
  const { change, outcome, ask = 'ask' } = situation;
  const bringAnother = () => {
    setComing(true);
    const seed = variant < VARIANTS_MAX ? variant + 1 : 1;
    embed
      .bring(challenge, seed)
      .catch(embed.fail)
      .finally(() => setComing(false));
  };
  return (
    <div className="verdict__ways">
      <a
        className="verdict__change"
        href={fullPage(withBack(runAddress(change), { challenge, variant }))}
        target="_blank"
        rel="noopener"
      >
        <span>
          <strong>{contents.changeOne}</strong> {speaker.fill(words.change[outcome] ?? words.change[ask])}
        </span>
        <Icon name="hand" size={18} />
      </a>
      <div className="verdict__buttons">
        <Button icon={<Icon name="undo" />} onClick={() => quiz.watch()}>
          {contents.again}
        </Button>
        <Button disabled={isComing} onClick={bringAnother}>
          {contents.another}
        </Button>
      </div>
    </div>
  );
}
