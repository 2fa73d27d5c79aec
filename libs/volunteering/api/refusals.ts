export { invalid, otherDepartment, refuse } from '@isegoria/kernel/api';

export const noCall = { __typename: 'NotFound', reason: 'volunteer-call' } as const;
export const noShift = { __typename: 'NotFound', reason: 'shift' } as const;
export const noOffer = { __typename: 'NotFound', reason: 'offer' } as const;
