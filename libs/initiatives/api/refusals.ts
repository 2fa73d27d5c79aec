export { invalid, refuse } from '@isegoria/kernel/api';

export const noInitiative = { __typename: 'NotFound', reason: 'initiative' } as const;
