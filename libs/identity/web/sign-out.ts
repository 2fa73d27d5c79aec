/** Asks the server for one of the acts of signing in and out; answers its status and what it says. */
export async function askDoor(path: string, body: Record<string, unknown>): Promise<{ status: number; said: Record<string, unknown> }> {
  const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const said: unknown = await answer.json().catch(() => ({}));
  return { status: answer.status, said: typeof said === 'object' && said !== null ? { ...said } : {} };
}

/** Ends this session and begins the page anew, so that nothing of the person stays on the screen. */
export async function signOut(): Promise<void> {
  await askDoor('/auth/sign-out', {});
  location.assign('/');
}
