import type { FieldProblem } from '@isegoria/kernel/contracts';

export const noInitiative = { __typename: 'NotFound', reason: 'initiative' } as const;

export const refuse = (reason: string) => ({ __typename: 'NotAllowed' as const, reason });

export const invalid = (problems: FieldProblem[]) => ({ __typename: 'Invalid' as const, problems });
