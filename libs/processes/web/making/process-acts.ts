import { graphql, type ResultOf, type WordsOfSlice } from '@isegoria/ui/web';

const Fate = graphql(`
  fragment ProcessFate on ChangeProcessResult @_unmask {
    __typename
    ... on Process { id }
    ... on Invalid { problems { field code limit } }
    ... on PhasesOverlap { name { el en } opensAt closesAt }
    ... on NotAllowed { reason }
    ... on NotFound { reason }
  }
`);

export const CreateProcess = graphql(`mutation CreateProcess($input: NewProcessInput!) { createProcess(input: $input) { ...ProcessFate } }`, [Fate]);
export const UpdateProcess = graphql(`mutation UpdateProcess($input: ProcessInput!) { updateProcess(input: $input) { ...ProcessFate } }`, [Fate]);
export const PublishProcess = graphql(`mutation PublishProcess($processId: ID!, $revision: Int!) { publishProcess(processId: $processId, revision: $revision) { ...ProcessFate } }`, [Fate]);
export const AddPhase = graphql(`mutation AddPhase($input: NewPhaseInput!) { addPhase(input: $input) { ...ProcessFate } }`, [Fate]);
export const UpdatePhase = graphql(`mutation UpdatePhase($input: PhaseInput!) { updatePhase(input: $input) { ...ProcessFate } }`, [Fate]);
export const RemovePhase = graphql(
  `mutation RemovePhase($processId: ID!, $phaseId: ID!, $revision: Int!) { removePhase(processId: $processId, phaseId: $phaseId, revision: $revision) { ...ProcessFate } }`,
  [Fate],
);
export const RemoveProcess = graphql(`
  mutation RemoveProcess($processId: ID!, $revision: Int!) {
    removeProcess(processId: $processId, revision: $revision) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

/** What became of an act on a process. */
export type Fate = ResultOf<typeof Fate>;
/** Why the process was left as it was. */
export type Refused = Exclude<Fate, { __typename: 'Process' | 'Invalid' }>;

/** Whether somebody else was faster: what they changed is to be seen first. */
export const isOutrun = (answer: Refused): boolean => answer.__typename === 'NotAllowed' && answer.reason === 'changed_meanwhile';

/** Why, in words. */
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
