import { useEffect, useState } from 'react';
import { loadTexts, negotiateLanguage, type Texts, TextsProvider } from '../i18n';
import { findScenario } from '../scenarios';
import { type AppStore, browserEnvironment, createAppStore, StoreProvider, useStore } from '../store';
import { useDocumentSettings } from './document';
import { ErrorBoundary } from './ErrorBoundary';
import { useZoom } from './layout';
import { Workbench } from './Workbench';
import './page.css';
import './panes.css';
import './panels.css';
import './narrow.css';

export interface AppProps {
  readonly store: AppStore;
  /** The texts of the language that the page begins with. */
  readonly texts: Texts;
}

/** What the page needs before it can be shown: the run that the address names, and the texts of the reader's language. */
export async function openApp(): Promise<AppProps> {
  const store = createAppStore(browserEnvironment((id) => findScenario(id)?.run ?? null));
  const { language } = store.getState().settings;
  return { store, texts: await loadTexts(negotiateLanguage(language, navigator.languages)) };
}

/** The full page on one store. */
export function App({ store, texts }: AppProps) {
  return (
    <StoreProvider value={store}>
      <Page initial={texts} />
    </StoreProvider>
  );
}

function Page({ initial }: { readonly initial: Texts }) {
  const texts = useTextsOfReader(initial);
  useDocumentSettings(texts.language, texts.app.pageTitle, useZoom());
  return (
    <TextsProvider value={texts}>
      <ErrorBoundary>
        <Workbench />
      </ErrorBoundary>
    </TextsProvider>
  );
}

/** The texts of the language that the reader chose or the browser prefers; the old ones until they have come. */
function useTextsOfReader(initial: Texts): Texts {
  const choice = useStore((state) => state.settings.language);
  const [preferred, setPreferred] = useState(navigator.languages);
  const [texts, setTexts] = useState(initial);
  useEffect(() => {
    const onChange = () => setPreferred(navigator.languages);
    window.addEventListener('languagechange', onChange);
    return () => window.removeEventListener('languagechange', onChange);
  }, []);
  const language = negotiateLanguage(choice, preferred);
  useEffect(() => {
    let wanted = true;
    const show = (loaded: Texts) => {
      if (wanted) setTexts(loaded);
    };
    loadTexts(language).then(show, () => undefined);
    return () => {
      wanted = false;
    };
  }, [language]);
  return texts;
}
