/** Counts a page that was opened; fetched after the page itself. */
export const countVisit = (...visit: Parameters<typeof import('./visit').countVisit>): Promise<void> => import('./visit').then((found) => found.countVisit(...visit));
