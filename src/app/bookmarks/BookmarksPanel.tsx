import { type Ref, useEffect, useRef, useState } from 'react';
import { useBookmarkWords } from '../../i18n';
import { LIMITS } from '../../share';
import type { Bookmark } from '../../sim';
import { entry, useAppStore, useFrame, useStore } from '../../store';
import type { Frame } from '../../trace';
import { Button, Icon, IconButton } from '../../ui';
import { contextOf } from '../context';
import { changed, isOrdered, moved, ordered, placeAt, removed } from './edits';
import './bookmarks.css';

const NONE: readonly Bookmark[] = [];
const timeOf = (frame: Frame) => frame.time;

/** Instants that the reader named: their words, their order, the way to each. */
export function BookmarksPanel() {
  const store = useAppStore();
  const words = useBookmarkWords();
  const all = useStore((state) => state.session.run.bookmarks ?? NONE);
  const undoable = useStore((state) => state.session.undoable);
  const here = placeAt(all, useFrame(timeOf));
  const [open, setOpen] = useState(here);
  const [isContinued, setContinued] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (here >= 0) setOpen(here);
  }, [here]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another instant is named, so another field is looked for.
  useEffect(() => {
    // After the sheet, which takes the focus when it opens.
    const timer = setTimeout(() => field.current?.focus());
    return () => clearTimeout(timer);
  }, [open, all.length]);
  const set = (next: readonly Bookmark[], step: string | null = null) => {
    store.setBookmarks(next, step !== null && step === isContinued);
    setContinued(step);
  };
  const add = entry('bookmark');
  return (
    <div className="panel-stack">
      <p>{words.intro}</p>
      <div className="button-row">
        <Button
          variant={all.length === 0 ? 'primary' : undefined}
          icon={<Icon name="pen" />}
          disabled={all.length >= LIMITS.bookmarks}
          onClick={() => {
            setContinued(null);
            add.run(contextOf(store));
          }}
        >
          {words.add}
        </Button>
        <Button icon={<Icon name="undo" />} disabled={!undoable} onClick={() => store.undo()}>
          {words.undo}
        </Button>
        {all.length === 0 ? null : (
          <Button icon={<Icon name="play" />} onClick={() => entry('lecture').run(contextOf(store))}>
            {words.lecture}
          </Button>
        )}
        {isOrdered(all) ? null : <Button onClick={() => set(ordered(all))}>{words.order}</Button>}
      </div>
      {all.length >= LIMITS.bookmarks ? <p>{words.full(LIMITS.bookmarks)}</p> : null}
      {all.length === 0 ? <p>{words.none}</p> : null}
      <ol className="bookmarks" aria-label={words.list}>
        {all.map((bookmark, i) => (
          <li key={`${bookmark.at} ${all.slice(0, i).filter(({ at }) => at === bookmark.at).length}`}>
            <Row
              bookmark={bookmark}
              place={i}
              count={all.length}
              isHere={i === here}
              isOpen={i === open}
              onGo={() => {
                store.pause();
                store.seek(bookmark.at);
                setOpen(i);
              }}
              onOpen={() => setOpen(i === open ? -1 : i)}
              onMove={(by) => {
                set(moved(all, i, by));
                setOpen(open === i ? i + by : open === i + by ? i : open);
              }}
              onRemove={() => {
                set(removed(all, i));
                setOpen(-1);
              }}
            />
            {i === open ? (
              <Fields
                bookmark={bookmark}
                field={field}
                onChange={(fields) => set(changed(all, i, fields), `${i} ${Object.keys(fields)}`)}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface RowProps {
  readonly bookmark: Bookmark;
  /** From 0. */
  readonly place: number;
  readonly count: number;
  readonly isHere: boolean;
  readonly isOpen: boolean;
  readonly onGo: () => void;
  readonly onOpen: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function Row({ bookmark, place, count, isHere, isOpen, onGo, onOpen, onMove, onRemove }: RowProps) {
  const words = useBookmarkWords();
  const name = words.name(bookmark.name, place + 1);
  return (
    <div className="bookmark">
      <button
        type="button"
        className="bookmark__go"
        aria-current={isHere ? 'true' : undefined}
        aria-label={words.go(name, bookmark.at)}
        onClick={onGo}
      >
        <span className="bookmark__place">{place + 1}</span>
        <span className="bookmark__name">{name}</span>
        <span className="bookmark__time">{words.instant(bookmark.at)}</span>
      </button>
      <IconButton
        label={words.earlier(name)}
        icon={<Arrow up />}
        variant="plain"
        disabled={place === 0}
        onClick={() => onMove(-1)}
        tip="end"
      />
      <IconButton
        label={words.later(name)}
        icon={<Arrow />}
        variant="plain"
        disabled={place + 1 === count}
        onClick={() => onMove(1)}
        tip="end"
      />
      <IconButton
        label={words.edit(name)}
        icon={<Icon name="pen" />}
        aria-expanded={isOpen}
        onClick={onOpen}
        tip="end"
      />
      <IconButton label={words.remove(name)} icon={<Icon name="close" />} onClick={onRemove} tip="end" />
    </div>
  );
}

function Arrow({ up = false }: { readonly up?: boolean }) {
  return (
    <span className={up ? 'bookmark__up' : undefined}>
      <Icon name="chevron" />
    </span>
  );
}

interface FieldsProps {
  readonly bookmark: Bookmark;
  readonly field: Ref<HTMLInputElement>;
  readonly onChange: (fields: Partial<Bookmark>) => void;
}

function Fields({ bookmark, field, onChange }: FieldsProps) {
  const words = useBookmarkWords();
  return (
    <div className="bookmark__fields">
      <label className="field">
        <span className="field__label">{words.nameLabel}</span>
        <input
          ref={field}
          className="input"
          autoComplete="off"
          maxLength={LIMITS.bookmarkName}
          value={bookmark.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </label>
      <label className="field">
        <span className="field__label">
          {words.caption} <small>{words.captionHint}</small>
        </span>
        <textarea
          className="input"
          rows={3}
          maxLength={LIMITS.bookmarkCaption}
          value={bookmark.caption}
          onChange={({ target }) => onChange({ caption: target.value })}
        />
      </label>
      <label className="field">
        <span className="field__label">
          {words.notes} <small>{words.notesHint}</small>
        </span>
        <textarea
          className="input"
          rows={3}
          maxLength={LIMITS.bookmarkNotes}
          value={bookmark.notes}
          onChange={({ target }) => onChange({ notes: target.value })}
        />
      </label>
    </div>
  );
}
