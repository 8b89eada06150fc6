/** Starts the office pages. */

import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
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

// The pages may not make code out of text; without this zod tries whether they may.
config({ jitless: true });
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
