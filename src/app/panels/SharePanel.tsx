import { lazy, Suspense, useEffect, useState } from 'react';
import { usePanelTexts } from '../../i18n';
import { type EntryId, entry, useAppStore } from '../../store';
import { Button, Icon } from '../../ui';
import { contextOf } from '../context';
import { useRecorded } from '../recorded';
import { Copies } from '../share/LaterCopies';
import { PreviewLink } from './PreviewLink';

/** Beside one file there is nothing to be embedded. */
const IS_ONE_FILE = import.meta.env.MODE === 'single';

/** A recording is in its file, and in no link. */
function NoLink() {
  return <p>{usePanelTexts().imports.noLink}</p>;
}

const InstantQr = lazy(async () => ({ default: (await import('../qr/InstantQr')).InstantQr }));

/** The address of this run at this instant, to be copied by hand or by a press; the run and its trace as files. */
export function SharePanel() {
  const store = useAppStore();
  const { app: texts, actions } = usePanelTexts();
  const run = (id: EntryId) => entry(id).run(contextOf(store));
  const [copied, setCopied] = useState(false);
  const [link, setLink] = useState(() => store.address());
  useEffect(() => {
    store.link().then(setLink, () => undefined);
  }, [store]);
  const address = link === null ? '' : `${location.href.split('#')[0]}${link}`;
  const copy = () => {
    navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  if (useRecorded()) return <NoLink />;
  return (
    <div className="panel-stack">
      <p>{texts.share.intro}</p>
      <textarea
        className="input address"
        aria-label={texts.share.address}
        readOnly
        rows={3}
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <div className="button-row">
        <Button
          variant="primary"
          icon={<Icon name={copied ? 'check' : 'share'} />}
          disabled={link === null}
          onClick={copy}
        >
          {copied ? texts.header.copied : texts.header.copy}
        </Button>
        {link === null || IS_ONE_FILE ? null : (
          <a className="button button--outline" href={`#embed&${link.slice(1)}`}>
            {texts.share.embed}
          </a>
        )}
        <span className="unseen" role="status">
          {copied ? texts.header.copied : ''}
        </span>
      </div>
      <PreviewLink />
      {link === null ? null : <Copies address={address} />}
      <h3>{texts.share.qr}</h3>
      <p>{texts.share.qrIntro}</p>
      <Suspense fallback={<div className="qr-place" />}>
        <InstantQr tooLong={texts.share.qrTooLong} />
      </Suspense>
      <h3>{texts.share.files}</h3>
      <p>{texts.share.filesIntro}</p>
      <div className="button-row">
        <Button icon={<Icon name="save" />} onClick={() => run('saveRun')}>
          {actions.saveRun.label}
        </Button>
        <Button icon={<Icon name="save" />} onClick={() => run('saveTrace')}>
          {actions.saveTrace.label}
        </Button>
        <Button icon={<Icon name="open" />} onClick={() => run('open')}>
          {actions.open.label}
        </Button>
      </div>
    </div>
  );
}
