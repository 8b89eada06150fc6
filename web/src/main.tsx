/** Starts the office pages. */

import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from './api/index.ts';
import { newRouter } from './router.ts';
import { ConfirmHolder } from './shell/index.ts';
import { applyPreferences } from './shell/preferences.ts';
import './shell/tokens.css';
import './shell/base.css';
import './shell/frame.css';
import './shell/thread.css';
import './table/table.css';
import './table/sheet.css';
import './shell/print.css';

applyPreferences();
const queries = newQueryClient();
const router = newRouter(queries);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <ConfirmHolder>
        <RouterProvider router={router} />
      </ConfirmHolder>
    </QueryClientProvider>
  </StrictMode>,
);
