/** Of such tries the last gives a copy up. */
export const triesMost = 5;

/** How long a copy that the mail server did not take waits, in milliseconds: five minutes, then longer and longer. */
export const pauseAfter = (tries: number): number => 5 * 60_000 * 3 ** Math.max(0, tries - 1);
