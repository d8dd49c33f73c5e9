import { CLIENT, useTexts } from '../../i18n';
import { later, type Place } from '../later';
import { useLayout } from '../layout';
import { roomFor } from './room';
import './operations.css';

const Box: Place<object> = ({ children }) => {
  const texts = useTexts().app;
  const { form, height } = useLayout();
  return (
    <section className="client" aria-label={texts.regions.client}>
      <div className="client__head client__head--bare">
        <h2>{texts.client.title}</h2>
      </div>
      {children}
      <div className="operations" style={{ ['--rows' as string]: roomFor(form, height) }} />
      <div className="composer">
        <span className="input client__blank" />
      </div>
    </section>
  );
};

/** What the clients asked for and what became of it, and a line to ask for more. */
export const Client = later<object>(async (language) => {
  const [{ ClientPane }] = await Promise.all([import('./ClientPane'), CLIENT.load(language)]);
  return ClientPane;
}, Box);
