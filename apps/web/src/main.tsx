import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './style/index.css';
import { keptTheme, showTheme } from './theme/theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
showTheme(keptTheme());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
