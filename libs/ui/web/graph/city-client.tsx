import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asFailure } from './failure';

/** The page's memory of answers. A refusal is not tried again; a lost connection is, twice. */
export function makeCityClient(): QueryClient {
  // It takes a page for one with a connection until it hears otherwise: what was asked before would fail, and not be asked again when there is one.
  onlineManager.setOnline(navigator.onLine);
  return new QueryClient({
    defaultOptions: { queries: { retry: (tries, error) => asFailure(error).kind === 'offline' && tries < 2, refetchOnWindowFocus: true } },
  });
}

/** Gives the parts below a memory of answers. */
export function CityClient({ client, children }: { client: QueryClient; children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
