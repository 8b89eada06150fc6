/** Starts the page of the field: an ordinary page, and a worker that opens it without a network. */

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../src/shell/tokens.css';
import './field.css';
import { App } from './App.tsx';
import { startWorker } from './start-worker.ts';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
startWorker();
