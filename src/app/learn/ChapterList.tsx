import { type Contents, useTexts } from '../../i18n';
import { CHAPTERS } from '../../stories';
import { storyAddress } from '../route';

interface ChapterListProps {
  readonly contents: Contents;
  /** The address named a chapter that does not exist. */
  readonly fault: boolean;
}

export function ChapterList({ contents, fault }: ChapterListProps) {
  const { list, story } = useTexts().doors;
  return (
    <main className="chapters">
      <div className="chapters__head">
        <h1>{list.title}</h1>
        <p>{list.about}</p>
        {fault ? (
          <p className="chapters__fault" role="status">
            {story.noChapter}
          </p>
        ) : null}
      </div>
      <ol className="chapters__list">
        {CHAPTERS.map(({ id, steps }, i) => (
          <li key={id}>
            <a className="chapter" href={storyAddress({ chapter: id, cue: null })}>
              <span className="chapter__number">{i + 1}</span>
              <h2>{contents[id].title}</h2>
              <p>{contents[id].about}</p>
              <span className="chapter__steps">{list.steps(steps)}</span>
            </a>
          </li>
        ))}
      </ol>
    </main>
  );
}
