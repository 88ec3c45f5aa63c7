import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { askEarly } from './lib/early.ts';
import { startTheme } from './lib/theme.ts';
import { createDeskRouter } from './routes.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/top-bar.css';
import './styles/states.css';
import './styles/overlays.css';
import './styles/narrow.css';
import './styles/print.css';

startTheme();
// This desk's server is on the same machine as a rule: whether the internet is reached says nothing about it.
const client = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', refetchOnWindowFocus: false } },
});
askEarly(client, window.location);
const router = createDeskRouter();
const root = document.getElementById('desk');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
