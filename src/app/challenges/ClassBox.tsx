import { useId, useState } from 'react';
import { VARIANTS_MAX } from '../../challenges';
import { Button, Icon } from '../../ui';
import { listAddress } from '../route';
import { useContents } from './context';

const NUMBERS = Array.from({ length: VARIANTS_MAX }, (_, i) => i + 1);

/** For a class: each student gets the same questions about other runs, by a number in the address. */
export function ClassBox({ given }: { readonly given: number | null }) {
  const texts = useContents().forClass;
  const id = useId();
  const [copied, setCopied] = useState(false);
  const link = listAddress(given ?? 1);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${location.href.split('#')[0]}${link}`);
      setCopied(true);
    } catch {
      // The address bar shows the same link.
      window.location.hash = link;
    }
  };
  return (
    <section className="challenges__class" aria-label={texts.title}>
      <p>
        <strong>{texts.title}</strong> {texts.about}
      </p>
      <div className="challenges__buttons">
        <label htmlFor={id}>{texts.variant}</label>
        <select
          id={id}
          className="input"
          value={given ?? ''}
          onChange={({ target }) => {
            setCopied(false);
            window.location.hash = listAddress(target.value === '' ? null : Number(target.value));
          }}
        >
          <option value="">{texts.any}</option>
          {NUMBERS.map((variant) => (
            <option key={variant} value={variant}>
              {variant}
            </option>
          ))}
        </select>
        {given === null ? null : (
          <Button icon={<Icon name={copied ? 'check' : 'share'} />} onClick={copy}>
            {copied ? texts.copied : texts.copy}
          </Button>
        )}
      </div>
    </section>
  );
}
