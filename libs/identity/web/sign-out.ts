import { Failure, saidOnArrival, sayOnArrival, tellFailure } from '@isegoria/ui/web';
import { useEffect } from 'react';

/** Asks the server for one of the acts of signing in and out; answers its status and what it says, and 0 where it was not reached. */
export async function askDoor(path: string, body: Record<string, unknown>): Promise<{ status: number; said: Record<string, unknown> }> {
  const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }).catch(() => null);
  if (!answer) return { status: 0, said: {} };
  const said: unknown = await answer.json().catch(() => ({}));
  return { status: answer.status, said: typeof said === 'object' && said !== null ? { ...said } : {} };
}

const channel = 'isegoria.sign-out';

/** Ends this session, in every tab of this browser. Where it could not be ended, the person is told so, and stays. */
export async function signOut(): Promise<void> {
  const { status, said } = await askDoor('/auth/sign-out', {});
  if (status !== 200) return tellFailure(new Failure(status === 0 ? 'offline' : 'unexpected', null, 'Not signed out.'));
  await Promise.race([silence().catch(() => undefined), new Promise((enough) => setTimeout(enough, patienceMs))]);
  // Whoever came by another site ends its session too, and comes back from there.
  leaveTogether(undefined, typeof said['by'] === 'string' ? said['by'] : '/');
}

/** A browser that takes longer to let go of its notices is not waited for: the city sends none where nobody is signed in. */
const patienceMs = 2000;

/** This browser takes no notices any more, and those that stand on its screen go. */
async function silence(): Promise<void> {
  const worker = await navigator.serviceWorker?.getRegistration();
  for (const notice of (await worker?.getNotifications()) ?? []) notice.close();
  await (await worker?.pushManager?.getSubscription())?.unsubscribe();
}

/** Tells every other tab of this browser that the person is no longer here, and leaves with this one; for acts that ended the session already. `said` is read where this tab lands. */
export function leaveTogether(said?: string, to = '/'): void {
  if (said) sayOnArrival(said);
  const tabs = new BroadcastChannel(channel);
  tabs.postMessage('');
  tabs.close();
  beginAnew(to);
}

/**
 * Begins the page anew, so that nothing of the person stays on the screen, nor in what the tab keeps: drafts, a ballot half
 * filled in, a press that waits for its sign-in. Whoever sits here next is somebody else. (Receipts stay with the browser, until
 * somebody forgets them at `/votes/mine`: they prove that a vote is in.)
 */
function beginAnew(to = '/'): void {
  // This tab hears its own call too, so what is to be said outlives a second time.
  const said = saidOnArrival();
  sessionStorage.clear();
  if (said) sayOnArrival(said);
  location.assign(to);
}

/** This tab leaves together with the one in which the person signs out. */
export function useLeavingTogether(): void {
  useEffect(() => {
    const tabs = new BroadcastChannel(channel);
    tabs.addEventListener('message', () => beginAnew());
    return () => tabs.close();
  }, []);
}
