import { useDiagram, useTexts } from '../../i18n';
import { useAppStore } from '../../store';
import { Button, Icon, IconButton } from '../../ui';
import type { DiagramDriver } from './driver';
import type { DiagramState } from './driver-state';

interface DiagramToolsProps {
  readonly driver: DiagramDriver;
  readonly state: DiagramState;
}

/** Back, zoom, folding, and what the chosen event came from and led to. */
export function DiagramTools({ driver, state }: DiagramToolsProps) {
  const store = useAppStore();
  const texts = useDiagram();
  const { keyName } = useTexts();
  const { light, chosen, isFolded, folds } = state;
  const hidden = state.isCovered ? texts.hidden(state.hiddenBeats, state.hiddenOthers) : texts.elsewhere;
  const note = state.isReading ? texts.reading : hidden;
  return (
    <fieldset className="diagram__tools" aria-label={texts.tools}>
      <IconButton
        variant="outline"
        tip="start"
        label={texts.back}
        hint={keyName('Escape')}
        icon={<Icon name="close" />}
        onClick={() => store.showDiagram(false)}
      />
      <h2 className="diagram__title">{texts.title}</h2>
      <span className="diagram__zoom">
        <IconButton label={texts.zoomOut} hint="−" icon={<Sign d="M3 8h10" />} onClick={() => driver.zoomAtHead(2)} />
        <IconButton
          label={texts.zoomIn}
          hint="+"
          icon={<Sign d="M3 8h10M8 3v10" />}
          onClick={() => driver.zoomAtHead(0.5)}
        />
        <Button onClick={() => driver.whole()} title={keyName('0')}>
          {texts.whole}
        </Button>
        <Button onClick={() => driver.here()}>{texts.here}</Button>
      </span>
      <Button aria-pressed={isFolded} disabled={folds === 0} onClick={() => driver.fold()} title={keyName('Shift+f')}>
        {texts.fold(folds)}
      </Button>
      <span className="diagram__cones">
        {(['past', 'future'] as const).map((side) => (
          <Button
            key={side}
            aria-pressed={light[side]}
            disabled={chosen === null}
            onClick={() => driver.light(side)}
            title={side === 'past' ? '<' : '>'}
          >
            {texts[side]}
          </Button>
        ))}
      </span>
      <p className="diagram__hidden" role="status" title={note}>
        {note}
      </p>
    </fieldset>
  );
}

function Sign({ d }: { readonly d: string }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <path d={d} />
    </svg>
  );
}
