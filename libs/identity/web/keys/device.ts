import { askDoor } from '../sign-out';

/** The library that speaks to the device comes with the page that asks for it, after the page itself. Older browsers have no JSON of their own for this, and it has. */
const library = () => import('@simplewebauthn/browser');

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window;

/** What came of asking the device: its answer as JSON, that it said no, that it has a key already, or that too many asked. */
export type Answered = { said: object } | { no: 'no' | 'known' | 'failed' } | { tooManySeconds: number };

/** Asks the device who is there. `quietly`: the browser offers the passkey where the address is typed, and waits for as long as it takes. */
export async function askWho({ quietly = false } = {}): Promise<Answered> {
  const { startAuthentication } = await library();
  const { status, said } = await askDoor('/auth/passkey/ask', {});
  if (status === 429) return { tooManySeconds: Number(said['retryAfterSeconds'] ?? 60) };
  if (status !== 200) return { no: 'failed' };
  const optionsJSON = said['options'] as Parameters<typeof startAuthentication>[0]['optionsJSON'];
  return answerOf(startAuthentication({ optionsJSON, useBrowserAutofill: quietly }));
}

/** Asks the device for a new passkey. */
export async function askNew(options: string): Promise<Answered> {
  const { startRegistration } = await library();
  return answerOf(startRegistration({ optionsJSON: JSON.parse(options) as Parameters<typeof startRegistration>[0]['optionsJSON'] }));
}

/** Whether the browser offers passkeys where the address is typed. */
export async function offersQuietly(): Promise<boolean> {
  return knowsPasskeys() && (await library()).browserSupportsWebAuthnAutofill();
}

/** Whoever goes on to something else is no longer asked. */
export async function askNoMore(): Promise<void> {
  (await library()).WebAuthnAbortService.cancelCeremony();
}

async function answerOf(asked: Promise<object>): Promise<Answered> {
  try {
    return { said: await asked };
  } catch (error) {
    return { no: error instanceof Error && error.name === 'InvalidStateError' ? 'known' : 'no' };
  }
}
