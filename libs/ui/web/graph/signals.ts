import type { Failure } from './failure';

/**
 * What any part of a page may call out and only the shell answers: a citizen must sign in to go on, an act did not
 * go through, or one did, or takes long. Events, so that the parts need not know where the shell is.
 */
interface Signals {
  'sign-in': null;
  'not-now': null;
  'act-failed': Failure;
  'act-done': null;
  'act-slow': null;
}

const stage = new EventTarget();

function call<K extends keyof Signals>(name: K, detail: Signals[K]): void {
  stage.dispatchEvent(new CustomEvent(name, { detail }));
}

/** Asks the shell to offer signing in. What is typed stays where it is. */
export const askToSignIn = (): void => call('sign-in', null);

/** The shell's answer where somebody does not want to sign in: what waited for it is given up. */
export const tellNotNow = (): void => call('not-now', null);

/** Tells the shell that an act did not go through. */
export const tellFailure = (failure: Failure): void => call('act-failed', failure);

/** Tells the shell that an act went through: what it said of one that did not is over. */
export const tellDone = (): void => call('act-done', null);

/** Tells the shell that an act is still on its way. */
export const tellSlow = (): void => call('act-slow', null);

/** Hears a signal; answers how to stop. */
export function onSignal<K extends keyof Signals>(name: K, hear: (detail: Signals[K]) => void): () => void {
  const listener = (event: Event) => event instanceof CustomEvent && hear(event.detail as Signals[K]);
  stage.addEventListener(name, listener);
  return () => stage.removeEventListener(name, listener);
}
