/** Commands that touch no city's stores, so that none are started for them: a trustee's machine without a net needs no more than Node. A test holds this to `apps/cli/offline.ts`. */
export const WITHOUT_STORES = ['help', '--help', '-h', 'env', 'audit', 'budget', 'draw', 'opinions', 'register', 'verify'];
