import { otherDepartment as other } from '@isegoria/kernel/api';

export { invalid, refuse } from '@isegoria/kernel/api';

export const noPanel = { __typename: 'NotFound', reason: 'panel' } as const;

export const otherDepartment = (act: string, citizenId: string, id: string) => other('panel', { act, citizenId, id });
