export { invalid, otherDepartment, refuse } from '@isegoria/kernel/api';

export const noMeeting = { __typename: 'NotFound', reason: 'meeting' } as const;
export const noQuestion = { __typename: 'NotFound', reason: 'question' } as const;
export const noPoll = { __typename: 'NotFound', reason: 'poll' } as const;
