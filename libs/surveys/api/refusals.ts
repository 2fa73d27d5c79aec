import { otherDepartment as other } from '@isegoria/kernel/api';

export { invalid, refuse } from '@isegoria/kernel/api';

export const noSurvey = { __typename: 'NotFound', reason: 'survey' } as const;

export const otherDepartment = (act: string, citizenId: string, id: string) => other('survey', { act, citizenId, id });
