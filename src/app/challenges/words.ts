/** Choices and answers in words. */
import type { Answer, Choice, Part, Situation } from '../../challenges';
import { type ChallengeContents, type ChallengeWords, fillCaption, type Texts } from '../../i18n';

/** What sentences about a situation are made of. */
export interface Speaker {
  /** A text of the challenge, filled. */
  fill(template: string): string;
  choice(choice: Choice): string;
  /** What was chosen, in one line. */
  answer(part: Part, answer: Answer): string;
}

export function speakerOf(
  situation: Situation,
  words: ChallengeWords,
  contents: ChallengeContents,
  { common }: Pick<Texts, 'common'>,
): Speaker {
  const fill = (template: string) => fillCaption(template, situation.facts, common);
  const shared: Readonly<Record<string, unknown>> = contents.choices;
  const word = (id: string): string => {
    const text = words.words?.[id] ?? shared[id];
    return typeof text === 'string' ? fill(text) : id;
  };
  const choice = (one: Choice): string => {
    switch (one.type) {
      case 'server':
        return common.server(one.id);
      case 'number':
        return String(one.value);
      case 'range':
        return rangeText(one.from, one.to, contents);
      case 'word':
        return word(one.id);
      case 'text':
        return one.text;
      case 'entry':
        return contents.choices.entry(one.index, one.term);
      case 'log':
        return contents.choices.log(one.terms.map((term) => (term === 0 ? contents.choices.hole : term)).join(' '));
    }
  };
  return {
    fill,
    choice,
    answer: ({ choices }, answer) => {
      const said = answer.map((place) => choice(choices[place]));
      if (said.length === 0) return contents.choices.nothing;
      // Where a choice is a list itself, a list of them could be read in two ways.
      return said.some((text) => /[\s、，]/.test(text)) ? said.join(' · ') : common.list(said);
    },
  };
}

function rangeText(from: number, to: number | null, { choices }: ChallengeContents): string {
  if (to === null) return choices.orMore(from);
  if (to === 0) return choices.none;
  return from === 0 ? choices.atMost(to) : choices.span(from, to);
}
