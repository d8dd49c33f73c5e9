import { type ReactNode, useMemo, useRef } from 'react';
import { type Contents, useTexts } from '../../i18n';
import { type Selection, useAppStore, useFrame, useStore } from '../../store';
import { CHAPTERS, type Chapter } from '../../stories';
import type { Frame } from '../../trace';
import { Button, Icon, MenuButton, type MenuItem } from '../../ui';
import { storyAddress } from '../route';

/** What there is to say at a stop. */
export interface Told {
  readonly caption: string;
  readonly tryIt: string;
  readonly citation: string;
}

interface NarrationProps {
  readonly chapter: Chapter;
  readonly contents: Contents;
  readonly told: Told;
  /** The run is on its way to the next stop: what was said is past. */
  readonly moving: boolean;
  /** The address named a step that the chapter does not have. */
  readonly lost: boolean;
  /** The way between the runs of a chapter that has several. */
  readonly runs: ReactNode;
  readonly children: ReactNode;
}

/** The caption, where the paper says so, and below them the steps and the offer to take over. */
export function Narration({ chapter, contents, told, moving, lost, runs, children }: NarrationProps) {
  const texts = useTexts().doors.story;
  const isModified = useStore((state) => state.session.run.config.options.off.length > 0);
  return (
    <section id="narration" className="narration" aria-label={texts.narration} tabIndex={-1}>
      <h1 className="unseen">{contents[chapter.id].title}</h1>
      <div className="narration__head">
        <ChapterMenu chapter={chapter} contents={contents} />
        {runs}
      </div>
      <div className={`narration__said${moving ? ' is-past' : ''}`} aria-live="polite">
        <p className="narration__caption">
          <Caption text={told.caption} />
        </p>
        <p className="narration__section">{told.citation}</p>
        {isModified ? <p className="narration__modified">{texts.ruleOff}</p> : null}
      </div>
      {lost ? (
        <p className="narration__lost" role="status">
          {texts.noCue}
        </p>
      ) : null}
      {children}
    </section>
  );
}

interface OfferProps {
  readonly told: Told;
  /** On phones the hand is among the steps. */
  readonly narrow: boolean;
  readonly onTakeOver: () => void;
  /** At the end of a chapter: the address of its challenge, or null. */
  readonly challenge: string | null;
}

/** What to try here, and the way to it. */
export function Offer({ told, narrow, onTakeOver, challenge }: OfferProps) {
  const texts = useTexts().doors.story;
  return (
    <div className="try">
      <div>
        <h2>{texts.tryIt}</h2>
        <p>{told.tryIt}</p>
      </div>
      <div className="try__ways">
        {challenge === null ? null : (
          <a className="button" href={challenge} title={texts.challengeHint}>
            {texts.challenge}
          </a>
        )}
        {narrow ? null : (
          <Button icon={<Icon name="hand" size={18} />} title={texts.takeOverHint} onClick={onTakeOver}>
            {texts.takeOver}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The chapter's name, and behind it the way to all others. */
function ChapterMenu({ chapter, contents }: Pick<NarrationProps, 'chapter' | 'contents'>) {
  const texts = useTexts().doors.story;
  const items = (): MenuItem[] => [
    ...CHAPTERS.map(
      ({ id }, i): MenuItem => ({
        type: 'item',
        id,
        label: texts.chapter(i + 1, contents[id].title),
        checked: id === chapter.id,
        onSelect: () => {
          window.location.hash = storyAddress({ chapter: id, cue: null });
        },
      }),
    ),
    { type: 'rule' },
    {
      type: 'item',
      id: 'lecture',
      label: texts.lecture,
      onSelect: () => {
        window.location.hash = `lecture=${chapter.id}`;
      },
    },
    {
      type: 'item',
      id: 'all',
      label: texts.chapters,
      onSelect: () => {
        window.location.hash = '#learn';
      },
    },
  ];
  const name = texts.chapter(CHAPTERS.findIndex(({ id }) => id === chapter.id) + 1, contents[chapter.id].title);
  return (
    <MenuButton className="narration__chapter" label={`${name}. ${texts.chooseChapter}`} items={items}>
      {name}
    </MenuButton>
  );
}

/** The caption, in which each named server is underlined in the colour of its role; pointing at it shows it on stage. */
function Caption({ text }: { readonly text: string }) {
  const parts = useMemo(() => text.split(/(S\d)/), [text]);
  return parts.map((part, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence are told apart by their place.
    /^S\d$/.test(part) ? <Named key={i} id={Number(part.slice(1))} /> : part,
  );
}

function Named({ id }: { readonly id: number }) {
  const store = useAppStore();
  const look = useFrame(useMemo(() => (frame: Frame) => lookOf(frame, id), [id]));
  const before = useRef<Selection | null>(null);
  return (
    <span
      className={`named named--${look}`}
      onPointerEnter={() => {
        before.current = store.getState().view.selection;
        store.select({ type: 'server', id });
      }}
      onPointerLeave={() => store.select(before.current)}
    >
      S{id}
    </span>
  );
}

function lookOf({ servers }: Frame, id: number): string {
  const server = servers[id - 1];
  if (server === undefined) return 'follower';
  return server.status === 'up' ? server.role : server.status;
}
