import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import type { Posed } from '../../challenges';
import { type ChallengeWords, useTexts, useWhy } from '../../i18n';
import { Icon, useEntrance } from '../../ui';
import { useContents } from './context';
import { type Prediction, rightParts } from './prediction';
import { JudgedResult, Results } from './Results';
import { WaysOn } from './WaysOn';
import type { Speaker } from './words';
import './verdict.css';

export interface VerdictProps {
  readonly id: string;
  readonly variant: number;
  readonly situation: Posed;
  readonly words: ChallengeWords;
  readonly speaker: Speaker;
  readonly prediction: Prediction;
  readonly onWatch: (stretch: Posed['play']) => void;
  /** The ways on; left out: those of the page. */
  readonly ways?: ReactNode;
}

/** What was predicted against what happened, the rule by its name, why, and the ways on. */
export function Verdict(props: VerdictProps) {
  const { situation, words, speaker, prediction } = props;
  const { parts, rule, section, outcome } = situation;
  const contents = useContents();
  const { citation, common } = useTexts();
  const box = useRef<HTMLElement>(null);
  useEntrance(box);
  // The button that was pressed is gone: what came of it is read next.
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const isRight = rightParts(prediction, parts) === parts.length;
  return (
    <section ref={box} className="verdict" aria-label={contents.truth} tabIndex={-1}>
      <h2 className="verdict__head">
        <Icon name={isRight ? 'check' : 'close'} size={20} />
        {headline(prediction, situation, contents)}
      </h2>
      {parts.map((part) => (part.form === 'each' ? <JudgedResult key={part.id} part={part} {...props} /> : null))}
      {parts.every(({ form }) => form === 'each') ? null : <Results {...props} />}
      <p className="verdict__why">{speaker.fill(words.why[outcome])}</p>
      <div className="verdict__rule">
        <p>
          <strong>{contents.rule(contents.ruleNames[rule as keyof typeof contents.ruleNames])}</strong>{' '}
          {common.capital(citation(section))}
        </p>
        <Suspense fallback={null}>
          <RuleText rule={rule} />
        </Suspense>
      </div>
      {props.ways ?? <WaysOn {...props} />}
    </section>
  );
}

function headline(prediction: Prediction, { parts }: Posed, contents: ReturnType<typeof useContents>): string {
  const right = rightParts(prediction, parts);
  const { confidence } = prediction;
  if (right === parts.length) return confidence === 'guess' ? contents.lucky : contents.right;
  const said = right === 0 ? contents.wrong : contents.partly(right, parts.length);
  return confidence === 'certain' ? `${said} ${contents.overconfident}` : said;
}

function RuleText({ rule }: { readonly rule: Posed['rule'] }) {
  return <p>{useWhy().rules[rule].neutral}</p>;
}
