import type { DeviceInput } from '@isegoria/notifications/contracts';
import { nameOf } from './name-of';

/** Why this browser shows no notices, before anybody has asked it. */
export type Hindrance = 'refused' | 'homeScreen' | 'unsupported';

/** Why there would be no use in asking; null where there is. */
export function hindrance(): Hindrance | null {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return isApplePhone() ? 'homeScreen' : 'unsupported';
  return Notification.permission === 'denied' ? 'refused' : null;
}

/** The number by which the city knows this browser; null while it gets no notices from a city of this key. */
export async function idHere(key: string): Promise<string | null> {
  const own = await subscription();
  return own && isFor(own, key) ? deviceId(own.endpoint) : null;
}

/** Asks the browser, which asks the person. To be called when they press: a browser that is asked by itself refuses. */
export async function askBrowser(key: string): Promise<DeviceInput | 'dismissed' | Hindrance | 'failed'> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return permission === 'denied' ? 'refused' : 'dismissed';
  try {
    const { pushManager } = await workerHere();
    const before = await pushManager.getSubscription();
    // One that a city of another key was given cannot be taken over.
    if (before && !isFor(before, key)) await before.unsubscribe();
    const { endpoint, keys } = (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) })).toJSON();
    return { endpoint: endpoint ?? '', p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '', name: nameOf(navigator.userAgent) };
  } catch {
    return 'failed';
  }
}

const patienceMs = 10_000;

/** The worker that shows notices. A city may have none: then it never comes. */
async function workerHere(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register('/sw.js');
  const never = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no worker')), patienceMs));
  return Promise.race([navigator.serviceWorker.ready, never]);
}

/** From now on this browser takes nothing, whatever it is sent. */
export async function stopHere(): Promise<void> {
  await (await subscription())?.unsubscribe();
}

async function subscription(): Promise<PushSubscription | null> {
  if (hindrance()) return null;
  const worker = await navigator.serviceWorker.getRegistration();
  return (await worker?.pushManager.getSubscription()) ?? null;
}

async function deviceId(endpoint: string): Promise<string> {
  return base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));
}

const isFor = ({ options: { applicationServerKey } }: PushSubscription, key: string): boolean => applicationServerKey === null || base64url(applicationServerKey) === key;

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

/** An iPad says that it is a Mac, but no Mac is touched. */
function isApplePhone(): boolean {
  return /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
}
