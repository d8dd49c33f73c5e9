import { usePanelTexts } from '../../i18n';
import { useStore } from '../../store';

/** Pages for previews lie beside the hosted page, and beside no other. */
const IS_HOSTED = import.meta.env.PROD && import.meta.env.MODE !== 'single' && location.protocol.startsWith('http');

/** The address that other sites show with a picture, of a run that is a scenario. */
export function PreviewLink() {
  const { share } = usePanelTexts().app;
  const { language } = usePanelTexts();
  const scenario = useStore((state) => state.session.scenario);
  if (scenario === null || !IS_HOSTED) return null;
  const page = `s/${scenario}${language === 'zh-CN' ? '.zh' : ''}.html`;
  return (
    <>
      <h3>{share.preview}</h3>
      <p>{share.previewIntro}</p>
      <textarea
        className="input address"
        aria-label={share.preview}
        readOnly
        rows={2}
        value={new URL(page, location.href.split(/[?#]/)[0]).href}
        onFocus={(event) => event.target.select()}
      />
    </>
  );
}
