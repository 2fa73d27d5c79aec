import { otherDepartment as other } from '@isegoria/kernel/api';

export { invalid, refuse } from '@isegoria/kernel/api';

export const noConsultation = { __typename: 'NotFound', reason: 'consultation' } as const;

export const otherDepartment = (act: string, citizenId: string, id: string) => other('consultation', { act, citizenId, id });
