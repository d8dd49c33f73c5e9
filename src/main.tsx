import { createRoot } from 'react-dom/client';
import { App } from './app';
import './ui/fonts.css';
import './ui/tokens.css';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
