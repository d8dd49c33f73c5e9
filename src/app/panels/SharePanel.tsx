import { useState } from 'react';
import { useTexts } from '../../i18n';
import { useAppStore } from '../../store';
import { Button, Icon } from '../../ui';

/** The address of this run at this instant, to be copied by hand or by a press. */
export function SharePanel() {
  const store = useAppStore();
  const texts = useTexts().app;
  const [copied, setCopied] = useState(false);
  const address = `${location.href.split('#')[0]}${store.address()}`;
  const copy = () => {
    navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="panel-stack">
      <p>{texts.share.intro}</p>
      <textarea
        className="input address"
        aria-label={texts.share.address}
        readOnly
        rows={4}
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <div className="button-row">
        <Button variant="primary" icon={<Icon name={copied ? 'check' : 'share'} />} onClick={copy}>
          {copied ? texts.header.copied : texts.header.copy}
        </Button>
        <span className="unseen" role="status">
          {copied ? texts.header.copied : ''}
        </span>
      </div>
    </div>
  );
}
