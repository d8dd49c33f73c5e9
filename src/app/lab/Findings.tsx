import { type Experiment, isNotable, type LineResult, paperLine, REGIONS, representative } from '../../lab';
import { useLab } from './context';
import { isPapersSetUp } from './paper-set-up';
import { lineName, representativeText } from './words';

/** What there is to see in the results, what explains where they differ from the paper, and where numbers are from. */
export function Findings({
  experiment,
  results,
}: {
  readonly experiment: Experiment;
  readonly results: readonly LineResult[];
}) {
  const texts = useLab();
  const { finding } = texts.experiments[experiment.id];
  return (
    <section className="findings">
      <h2>{texts.finding}</h2>
      <p>{finding}</p>
      {experiment.id === 'continents' ? <BestLeader experiment={experiment} results={results} /> : null}
      {experiment.base === 'continents' ? <p className="findings__source">{texts.latencySource}</p> : null}
      {experiment.id === 'figure-16' ? <Differences experiment={experiment} results={results} /> : null}
    </section>
  );
}

/** Where our numbers are more than 15 % off the paper's, and why. */
function Differences({
  experiment,
  results,
}: {
  readonly experiment: Experiment;
  readonly results: readonly LineResult[];
}) {
  const texts = useLab();
  const { differences } = texts;
  if (!isPapersSetUp(experiment)) return <p className="findings__source">{differences.notPapers}</p>;
  const reasons = reasonsOf(results, (result) => lineName(texts, experiment, result.line));
  const sentences = [
    ...(reasons.clocks ? [differences.clocks] : []),
    ...(reasons.rough ? [differences.rough] : []),
    ...(reasons.few.length > 0 ? [differences.few(reasons.few.join(', '))] : []),
    ...(reasons.sparse ? [differences.sparse] : []),
    ...(reasons.tail.length > 0 ? [differences.tail(reasons.tail.join(', '))] : []),
    ...(reasons.maximum.length > 0 ? [differences.maximum(reasons.maximum.join(', '))] : []),
  ];
  const isDone = results.every(({ outcomes }) => outcomes.length > 0);
  return (
    <>
      {sentences.length > 0 ? (
        <>
          <h3>{differences.title}</h3>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : isDone ? (
        <p>{differences.none}</p>
      ) : null}
      <p className="findings__source">{texts.paperSource}</p>
    </>
  );
}

/** So many trials tell something about the slowest hundredth. */
const ENOUGH = 500;

interface Reasons {
  clocks: boolean;
  rough: boolean;
  /** Lines have too few trials for more than their medians. */
  sparse: boolean;
  readonly few: string[];
  readonly tail: string[];
  readonly maximum: string[];
}

/** The reasons that there are for each number that differs; 150–150 and 150–151 have reasons of their own. */
export function reasonsOf(results: readonly LineResult[], nameOf: (result: LineResult) => string): Reasons {
  const reasons: Reasons = { clocks: false, rough: false, sparse: false, few: [], tail: [], maximum: [] };
  for (const result of results) {
    const paper = paperLine(result.line.variant.id);
    const { summary } = result;
    if (paper === null || summary.count === 0) continue;
    const [median, p99, max] = [
      isNotable(summary.median, paper.median),
      isNotable(summary.p99, paper.p99),
      isNotable(summary.max, paper.max),
    ];
    if (paper.range === '150-150') reasons.clocks ||= median || p99 || max;
    else if (paper.range === '150-151') reasons.rough ||= median || p99 || max;
    else {
      if (median) reasons.few.push(nameOf(result));
      if (summary.count < ENOUGH) {
        reasons.sparse = true;
        continue;
      }
      if (p99) reasons.tail.push(nameOf(result));
      if (max) reasons.maximum.push(nameOf(result));
    }
  }
  return reasons;
}

/** The place of the leader with the least mean over all clients. */
function BestLeader({
  experiment,
  results,
}: {
  readonly experiment: Experiment;
  readonly results: readonly LineResult[];
}) {
  const texts = useLab();
  if (results.some(({ outcomes }) => outcomes.length === 0)) return null;
  const means = REGIONS.map((_, i) => {
    const mine = results.filter(({ line }) => line.settings.leader === i + 1);
    return mine.reduce((sum, { summary }) => sum + representative(experiment, summary), 0) / mine.length;
  });
  const best = means.indexOf(Math.min(...means));
  if (!Number.isFinite(means[best])) return null;
  return (
    <p>
      <strong>{texts.leaderFor(texts.regions[best], representativeText(texts, experiment, means[best]))}</strong>
    </p>
  );
}
