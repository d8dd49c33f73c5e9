import { type Experiment, isNotable, type LineResult, measureOf, paperLine, representative } from '../../lab';
import { useLab } from './context';
import { openTrial } from './open-trial';
import { typicalTrial, worstTrial } from './typical';
import { lineName, measuredText, representativeText } from './words';

export interface ResultTableProps {
  readonly experiment: Experiment;
  readonly results: readonly LineResult[];
  readonly isPapers: boolean;
}

/** The results in numbers, beside those of the paper where there are any. */
export function ResultTable({ experiment, results, isPapers }: ResultTableProps) {
  const texts = useLab();
  const { columns } = texts;
  const { summary: kind } = measureOf(experiment.measure);
  const hasNever = results.some(({ summary }) => summary.never > 0);
  const isTime = measureOf(experiment.measure).unit === 'ms';
  return (
    <section className="results">
      <h2>{texts.table}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the page is scrolled by keyboard. */}
      <section className="results__scroll" aria-label={texts.table} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.line}</th>
              <th scope="col">{columns.trials}</th>
              {kind === 'median' ? null : <th scope="col">{columns[kind]}</th>}
              <th scope="col">{columns.median}</th>
              <th scope="col">{columns.most}</th>
              {isTime ? <th scope="col">{columns.p99}</th> : null}
              <th scope="col">{columns.max}</th>
              {hasNever ? <th scope="col">{columns.never}</th> : null}
              <th scope="col">{columns.open}</th>
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <Row
                key={result.line.index}
                experiment={experiment}
                result={result}
                isPapers={isPapers}
                hasNever={hasNever}
              />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

interface RowProps {
  readonly experiment: Experiment;
  readonly result: LineResult;
  readonly isPapers: boolean;
  readonly hasNever: boolean;
}

function Row({ experiment, result, isPapers, hasNever }: RowProps) {
  const texts = useLab();
  const { line, summary } = result;
  const { summary: kind, unit } = measureOf(experiment.measure);
  const paper = isPapers ? paperLine(line.variant.id) : null;
  const text = (value: number) => (summary.count === 0 ? '' : measuredText(texts, experiment, value));
  return (
    <tr>
      <th scope="row">{lineName(texts, experiment, line)}</th>
      <td>{summary.count.toLocaleString('en')}</td>
      {kind === 'median' ? null : (
        <td>{summary.count === 0 ? '' : representativeText(texts, experiment, representative(experiment, summary))}</td>
      )}
      <Cell text={text(summary.median)} ours={summary.median} theirs={paper?.median ?? null} />
      <td>{summary.count === 0 ? '' : `${text(summary.p10)} – ${text(summary.p90)}`}</td>
      {unit === 'ms' ? <Cell text={text(summary.p99)} ours={summary.p99} theirs={paper?.p99 ?? null} /> : null}
      <Cell text={text(summary.max)} ours={summary.max} theirs={paper?.max ?? null} />
      {hasNever ? <td>{summary.never === 0 ? '' : summary.never.toLocaleString('en')}</td> : null}
      <td className="results__open">
        <OpenLink experiment={experiment} result={result} trial={typicalTrial(result)} label={texts.openMedian} />
        <OpenLink experiment={experiment} result={result} trial={worstTrial(result)} label={texts.openMax} />
      </td>
    </tr>
  );
}

/** Our number, the paper's below it, and by how much they differ where that is much. */
function Cell({
  text,
  ours,
  theirs,
}: {
  readonly text: string;
  readonly ours: number;
  readonly theirs: number | null;
}) {
  const texts = useLab();
  if (theirs === null) return <td>{text}</td>;
  const differs = text !== '' && isNotable(ours, theirs);
  return (
    <td>
      {text}
      <span className="results__paper">
        {texts.columns.paper} {texts.value(theirs, 'ms')}
        {differs && Number.isFinite(ours) ? (
          <strong> {texts.differs(Math.round((ours / theirs - 1) * 100))}</strong>
        ) : null}
      </span>
    </td>
  );
}

interface OpenLinkProps {
  readonly experiment: Experiment;
  readonly result: LineResult;
  readonly trial: number | null;
  readonly label: string;
}

function OpenLink({ experiment, result, trial, label }: OpenLinkProps) {
  const texts = useLab();
  const outcome = trial === null ? undefined : result.outcomes.find((one) => one.trial === trial);
  if (outcome === undefined) return null;
  return (
    <button
      type="button"
      className="link-button"
      aria-label={`${label}: ${lineName(texts, experiment, result.line)}`}
      onClick={() => openTrial(experiment, result.line, outcome)}
    >
      {label}
    </button>
  );
}
