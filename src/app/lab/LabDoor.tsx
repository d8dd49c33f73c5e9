import { useState } from 'react';
import { type LabTexts, type Language, loadLab, useTexts } from '../../i18n';
import { Button } from '../../ui';
import { DoorHeader } from '../DoorHeader';
import { useAttempt } from '../later';
import { classOf, LayoutProvider, useWindowLayout } from '../layout';
import { presetOf } from './address';
import { LabProvider } from './context';
import { ExperimentList } from './ExperimentList';
import { ExperimentPage } from './ExperimentPage';
import './lab.css';

/** The lab: the experiment that the address names, or the list of all. */
export function LabDoor({ address }: { readonly address: string }) {
  const layout = useWindowLayout();
  const { language } = useTexts();
  const { texts, failed, retry } = useLabTexts(language);
  const id = new URLSearchParams(address.slice(1)).get('lab') ?? '';
  const preset = presetOf(id);
  return (
    <LayoutProvider value={layout}>
      <div className={`lab ${classOf(layout).replaceAll('page', 'lab')}`}>
        <DoorHeader door="lab" />
        {texts === null ? (
          <Loading failed={failed} onRetry={retry} />
        ) : (
          <LabProvider value={texts}>
            {preset === null ? (
              <ExperimentList fault={id !== ''} />
            ) : (
              <ExperimentPage key={id} preset={preset} address={address} />
            )}
          </LabProvider>
        )}
      </div>
    </LayoutProvider>
  );
}

function Loading({ failed, onRetry }: { readonly failed: boolean; readonly onRetry: () => void }) {
  const texts = useTexts().doors;
  return (
    <main className="lab__loading" aria-busy={!failed}>
      <p role="status">{failed ? texts.labFailed : <span className="unseen">{texts.labLoading}</span>}</p>
      {failed ? <Button onClick={onRetry}>{texts.story.again}</Button> : null}
    </main>
  );
}

/** The lab's texts; while another language comes, the old ones stay. */
function useLabTexts(language: Language) {
  const [texts, setTexts] = useState<LabTexts | null>(null);
  return { texts, ...useAttempt(() => loadLab(language), setTexts, [language]) };
}
