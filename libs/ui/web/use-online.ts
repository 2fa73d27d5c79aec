import { useSyncExternalStore } from 'react';

/** Whether the device has a network at all. That it has one does not say that the city answers. */
export const useOnline = (): boolean => useSyncExternalStore(onNetwork, () => navigator.onLine);

function onNetwork(changed: () => void): () => void {
  for (const change of ['online', 'offline']) window.addEventListener(change, changed);
  return () => ['online', 'offline'].forEach((change) => window.removeEventListener(change, changed));
}
