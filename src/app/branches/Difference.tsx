import { useTimeTools, useWhy, wordsOf } from '../../i18n';
import type { Transition } from '../../sim';
import { useAppStore, useStore } from '../../store';
import { explain, type Facet, type ServerDifference, type Trace } from '../../trace';
import { Button } from '../../ui';
import { type Beside, useDivergence } from './beside';
import { useBranchName } from './names';

interface DifferenceProps {
  readonly beside: Beside;
  readonly differences: readonly ServerDifference[];
}

/** Where the two begin to differ, in words, and what differs at the play head. */
export function Difference({ beside, differences }: DifferenceProps) {
  const store = useAppStore();
  const texts = useTimeTools().beside;
  const nameOf = useBranchName();
  const trace = useStore((state) => state.session.trace);
  const current = useStore((state) => state.session.current);
  const { found, until, isLooking } = useDivergence(trace, beside);
  return (
    <div className="beside-words">
      {found === null ? (
        <p className="beside-words__same">{isLooking ? texts.looking(until) : texts.sameAll(until)}</p>
      ) : (
        <>
          <div className="beside-words__first">
            <strong>{texts.first(found.at)}</strong>
            <Button
              onClick={() => {
                store.pause();
                store.seek(found.at);
              }}
            >
              {texts.go}
            </Button>
          </div>
          <ul>
            <What name={nameOf(current)} trace={trace} transition={found.a} />
            <What name={nameOf(beside.branch)} trace={beside.trace} transition={found.b} />
          </ul>
        </>
      )}
      <div className="beside-words__now" role="status">
        <p>{texts.differ(differences.map(({ server }) => server))}</p>
        <ul>
          {byFacet(differences).map(({ facet, servers }) => (
            <li key={facet}>{texts.facet(facet, servers)}</li>
          ))}
        </ul>
      </div>
      <Button onClick={() => store.showBeside(null)}>{texts.leave}</Button>
    </div>
  );
}

const FACETS: readonly (Facet | null)[] = ['role', 'term', 'vote', 'log', 'commit', 'status', null];

/** In what there are differences, and between which servers. */
function byFacet(differences: readonly ServerDifference[]) {
  return FACETS.map((facet) => ({
    facet,
    servers: differences
      .filter(({ facets }) => (facet === null ? facets.length === 0 : facets.includes(facet)))
      .map(({ server }) => server),
  })).filter(({ servers }) => servers.length > 0);
}

interface WhatProps {
  readonly name: string;
  readonly trace: Trace;
  readonly transition: Transition | null;
}

/** What happened in one of them, in a sentence. */
function What({ name, trace, transition }: WhatProps) {
  const texts = useTimeTools().beside;
  const why = useWhy();
  const explanation = transition === null ? null : explain(trace, transition);
  const said = explanation === null ? texts.nothing : wordsOf(why, explanation.topic).step(explanation.facts);
  return (
    <li>
      <em>{name}:</em> {said}
    </li>
  );
}
