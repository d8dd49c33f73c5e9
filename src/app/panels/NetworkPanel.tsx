import { useState } from 'react';
import { usePanelTexts } from '../../i18n';
import { link } from '../../sim';
import { useAppStore } from '../../store';
import { SelectField } from '../../ui';
import { LinkMatrix } from './LinkMatrix';
import { QualityForm } from './QualityForm';

const ALL = 'all';

/** How all links, or one direction of one link, treat messages; and which directions are cut or held. */
export function NetworkPanel() {
  const store = useAppStore();
  const texts = usePanelTexts().app;
  const words = texts.network;
  const { servers, network } = store.frame();
  const [scope, setScope] = useState(ALL);
  const ids = servers.map(({ id }) => id);
  const links = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => ({ from, to })));
  const choices = [
    { value: ALL, label: words.all },
    ...links.map(({ from, to }) => ({ value: String(link(from, to)), label: words.one(from, to) })),
  ];
  const chosen = links.find(({ from, to }) => String(link(from, to)) === scope);
  const quality = (chosen === undefined ? undefined : network.links[link(chosen.from, chosen.to)]) ?? network.quality;
  return (
    <div className="panel-stack">
      <SelectField label={words.scope} value={scope} choices={choices} onChange={setScope} />
      <QualityForm
        key={scope}
        quality={quality}
        onApply={(next) =>
          store.act(
            chosen === undefined
              ? { type: 'setNetwork', quality: next }
              : { type: 'setLink', ...chosen, quality: next },
          )
        }
      />
      <LinkMatrix />
    </div>
  );
}
