import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { loadTexts, negotiateLanguage, type Texts, TextsProvider, useTexts } from '../i18n';
import { StoreProvider, useStore } from '../store';
import { whenLegible } from './address-book';
import { ThemeOverride, useDocumentSettings } from './document';
import { ErrorBoundary } from './ErrorBoundary';
import { useZoom } from './layout';
import { type Route, routeOf } from './route';
import { createShelf, type Shelf } from './shelf';
import { Version } from './version/Version';
import './page.css';

// Each door is loaded when it is opened.
const loadHome = () => import('./home/HomeDoor');
const loadLearn = () => import('./learn/LearnDoor');
const loadPlay = () => import('./play/PlayDoor');
const loadLab = () => import('./lab/LabDoor');
const loadBuilder = () => import('./builder/BuilderDoor');
const loadChallenges = () => import('./challenges/ChallengesDoor');
const loadLecture = () => import('./lecture/LectureDoor');

const HomeDoor = lazy(async () => ({ default: (await loadHome()).HomeDoor }));
const LearnDoor = lazy(async () => ({ default: (await loadLearn()).LearnDoor }));
const PlayDoor = lazy(async () => ({ default: (await loadPlay()).PlayDoor }));
const ChallengesDoor = lazy(async () => ({ default: (await loadChallenges()).ChallengesDoor }));
const BuilderDoor = lazy(async () => ({ default: (await loadBuilder()).BuilderDoor }));
const LabDoor = lazy(async () => ({ default: (await loadLab()).LabDoor }));
const LectureDoor = lazy(async () => ({ default: (await loadLecture()).LectureDoor }));

export interface AppProps {
  readonly shelf: Shelf;
  /** The texts of the language that the page begins with. */
  readonly texts: Texts;
}

/** What the page needs before it can be shown: the door that the address names, and the texts of the reader's language. */
export async function openApp(): Promise<AppProps> {
  await whenLegible(window.location.hash, () => undefined);
  const shelf = createShelf();
  const route = routeOf(window.location.hash) ?? HOME;
  const { language } = shelf.storeOf(route).getState().settings;
  const [texts] = await Promise.all([
    loadTexts(negotiateLanguage(language, navigator.languages)),
    // What fails here is asked for again, and reported, where the door is shown.
    loadDoor(route).catch(() => undefined),
  ]);
  return { shelf, texts };
}

const HOME: Route = { door: 'home' };

function loadDoor({ door }: Route): Promise<unknown> {
  if (door === 'home') return loadHome();
  if (door === 'lab') return loadLab();
  if (door === 'embed') return loadBuilder();
  if (door === 'challenges' || door === 'challenge') return loadChallenges();
  if (door === 'lecture') return loadLecture();
  return door === 'play' ? loadPlay() : loadLearn();
}

/** The whole page: the door that the address names, on its store. */
export function App({ shelf, texts }: AppProps) {
  const route = useRoute();
  const store = useMemo(() => shelf.storeOf(route), [shelf, route]);
  useEffect(() => shelf.settle(route), [shelf, route]);
  return (
    <StoreProvider value={store}>
      <Page initial={texts} route={route} />
    </StoreProvider>
  );
}

function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(window.location.hash) ?? HOME);
  useEffect(() => {
    const onHashChange = () => {
      const { hash } = window.location;
      const next = routeOf(hash);
      if (next !== null) whenLegible(hash, () => setRoute(next)).catch(() => undefined);
    };
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, []);
  return route;
}

function Page({ initial, route }: { readonly initial: Texts; readonly route: Route }) {
  const texts = useTextsOfReader(initial);
  return (
    <TextsProvider value={texts}>
      <ThemeOverride value={route.door === 'lecture' ? 'projector' : null}>
        <ErrorBoundary>
          <DocumentSettings route={route} />
          <Version />
          <Suspense fallback={null}>
            <DoorOf route={route} />
          </Suspense>
        </ErrorBoundary>
      </ThemeOverride>
    </TextsProvider>
  );
}

function DoorOf({ route }: { readonly route: Route }) {
  switch (route.door) {
    case 'home':
      return <HomeDoor />;
    case 'learn':
      return <LearnDoor place={null} />;
    case 'story':
      return <LearnDoor place={route} />;
    case 'embed':
      return <BuilderDoor link={route.link} />;
    case 'lab':
      return <LabDoor address={route.address} />;
    case 'challenges':
      return <ChallengesDoor place={null} given={route.variant} />;
    case 'challenge':
      return <ChallengesDoor place={route} />;
    case 'lecture':
      return <LectureDoor address={route.address} />;
    case 'play':
      return <PlayDoor back={route.back} />;
  }
}

/** Language, theme and title of the document; a chapter and a challenge name themselves. */
function DocumentSettings({ route }: { readonly route: Route }) {
  const { language, app, doors } = useTexts();
  const titles = {
    home: doors.titles.home,
    learn: doors.titles.learn,
    play: app.pageTitle,
    lab: doors.titles.lab,
    embed: doors.titles.embed,
    challenges: doors.titles.challenges,
    challenge: null,
    story: null,
    lecture: null,
  };
  useDocumentSettings(language, titles[route.door], useZoom());
  return null;
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
