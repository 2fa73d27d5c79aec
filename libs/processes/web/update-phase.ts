import { graphql, type ResultOf, type WordsOfSlice } from '@isegoria/ui/web';

export const UpdatePhase = graphql(`
  mutation UpdatePhase($input: PhaseInput!) {
    updatePhase(input: $input) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on PhasesOverlap { name { el en } opensAt closesAt }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

/** Why the phase was left as it was. */
export type Refused = Exclude<ResultOf<typeof UpdatePhase>['updatePhase'], { __typename: 'Process' | 'Invalid' }>;

/** Whether somebody else was faster: what they changed is to be seen first. */
export const isOutrun = (answer: Refused): boolean => answer.__typename === 'NotAllowed' && answer.reason === 'changed_meanwhile';

/** The same in words. */
export function refusedBy(answer: Refused, { t, lt, d }: WordsOfSlice): string {
  switch (answer.__typename) {
    case 'PhasesOverlap':
      return t('refused.overlap', { name: lt(answer.name), from: d(answer.opensAt, 'moment'), until: d(answer.closesAt, 'moment') });
    case 'NotAllowed':
      return t(`refused.${answer.reason}`);
    case 'NotFound':
      return t('page.noneWhy');
  }
}
