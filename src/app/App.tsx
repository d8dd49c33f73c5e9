import { useEffect, useState } from 'react';
import { createTexts, negotiateLanguage, TextsProvider } from '../i18n';
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

/** The full page on one store. */
export function App() {
  const [store] = useState(openStore);
  return (
    <StoreProvider value={store}>
      <Page />
    </StoreProvider>
  );
}

function openStore(): AppStore {
  return createAppStore(browserEnvironment((id) => findScenario(id)?.run ?? null));
}

function Page() {
  const choice = useStore((state) => state.settings.language);
  const [preferred, setPreferred] = useState(navigator.languages);
  useEffect(() => {
    const onChange = () => setPreferred(navigator.languages);
    window.addEventListener('languagechange', onChange);
    return () => window.removeEventListener('languagechange', onChange);
  }, []);
  const texts = createTexts(negotiateLanguage(choice, preferred));
  useDocumentSettings(texts.language, texts.app.pageTitle, useZoom());
  return (
    <TextsProvider value={texts}>
      <ErrorBoundary>
        <Workbench />
      </ErrorBoundary>
    </TextsProvider>
  );
}
