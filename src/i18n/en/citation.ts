/** Where the paper says so: "Figure 2, Candidates; §5.2" → "Raft paper, Figure 2 (Candidates) and §5.2". */
export const citation = (section: string): string => {
  const places = section.split('; ').flatMap((place) => {
    const [first, ...rest] = place.split(', ');
    // What follows a figure is a part of it, unless it is a place of its own.
    return rest.every((part) => /^(§|D§|Figure)/.test(part)) ? [first, ...rest] : [`${first} (${rest.join(', ')})`];
  });
  const others = places.filter((place) => YEAR.test(place));
  const paper = places.filter((place) => !place.startsWith('D§') && !YEAR.test(place));
  const dissertation = places.filter((place) => place.startsWith('D§')).map((place) => place.slice(1));
  return [
    ...(paper.length > 0 ? [`Raft paper, ${join(paper)}`] : []),
    ...(dissertation.length > 0 ? [`dissertation ${join(dissertation)}`] : []),
    ...others,
  ].join('; ');
};

/** Papers of others are named by their authors and year. */
const YEAR = /\(\d{4}\)/;

const join = (places: readonly string[]): string =>
  places.length < 2 ? places.join('') : `${places.slice(0, -1).join(', ')} and ${places[places.length - 1]}`;
