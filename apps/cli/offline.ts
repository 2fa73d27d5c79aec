/** A command that needs no city: it reads files, asks an address, or makes a city of its own that ends with it. Its answer is the exit code. */
export type OfflineCommand = (words: string[]) => Promise<number>;

export const offline = new Map<string, OfflineCommand>([
  ['budget', async (words) => (await import('@isegoria/budgeting/api')).budgetCommand(words)],
  ['audit', async (words) => (await import('./audit')).auditCommand(words)],
  ['draw', async (words) => (await import('@isegoria/panels/api')).drawCommand(words)],
  ['verify', async (words) => (await import('./verify/command')).verifyCommand(words)],
  ['proof', async (words) => (await import('./proof/command')).proofCommand(words)],
  ['register', async (words) => (await import('@isegoria/evaluations/api')).registerCommand(words)],
  ['opinions', async (words) => (await import('@isegoria/opinions/api')).computeCommand(words)],
]);
