import { createRoot } from 'react-dom/client';
import { App, openApp } from './app';

const root = document.getElementById('root');
if (root !== null) void mount(root);

/** The page; `?gallery` on the development server shows every state of the marks instead. */
async function mount(element: HTMLElement): Promise<void> {
  const wantsGallery = import.meta.env.DEV && new URLSearchParams(window.location.search).has('gallery');
  if (wantsGallery) {
    const { StageGallery } = await import('./gallery');
    createRoot(element).render(<StageGallery language="en" size={{ width: 632, height: 545 }} />);
  } else {
    createRoot(element).render(<App {...(await openApp())} />);
  }
}
