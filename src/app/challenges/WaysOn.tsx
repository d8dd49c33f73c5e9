import { CHALLENGES, type Posed, VARIANTS_MAX } from '../../challenges';
import type { ChallengeWords } from '../../i18n';
import { Button, Icon } from '../../ui';
import { challengeAddress, withBack } from '../route';
import { useContents } from './context';
import { runAddress } from './links';
import type { Speaker } from './words';

interface WaysOnProps {
  readonly id: string;
  readonly variant: number;
  readonly situation: Posed;
  readonly words: ChallengeWords;
  readonly speaker: Speaker;
  readonly onWatch: (stretch: Posed['play']) => void;
}

/** Change one thing, watch again, another variant, the next challenge. */
export function WaysOn({ id, variant, situation, words, speaker, onWatch }: WaysOnProps) {
  const contents = useContents();
  const { change, outcome, play, ask = 'ask' } = situation;
  const following = CHALLENGES[CHALLENGES.findIndex((entry) => entry.id === id) + 1];
  const other = variant < VARIANTS_MAX ? variant + 1 : 1;
  return (
    <div className="verdict__ways">
      <a className="verdict__change" href={withBack(runAddress(change), { challenge: id, variant })}>
        <span>
          <strong>{contents.changeOne}</strong> {speaker.fill(words.change[outcome] ?? words.change[ask])}
        </span>
        <Icon name="hand" size={18} />
      </a>
      <div className="verdict__buttons">
        <Button icon={<Icon name="undo" />} onClick={() => onWatch(play)}>
          {contents.again}
        </Button>
        <a className="button" href={challengeAddress({ challenge: id, variant: other })}>
          {contents.another}
        </a>
        <a
          className="button button--primary"
          href={following === undefined ? '#challenges' : challengeAddress({ challenge: following.id, variant })}
        >
          {following === undefined ? contents.last : contents.next}
        </a>
      </div>
    </div>
  );
}
