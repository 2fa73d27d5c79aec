import type { OptionCount } from '@isegoria/evaluations/contracts';

/** A record as the register's search answers it, with hostile text in its subject. */
export function aRecord(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ada: 'ΨΚ70ΩΔΙ-ΛΝ9',
    subject: 'Προµήθεια ∆ΕΗ <script>alert(1)</script>',
    protocolNumber: '8586/02-03-2026',
    issueDate: '2026-03-02T00:00:00+00:00',
    organizationId: '99999001',
    signerIds: ['1'],
    unitIds: ['99001'],
    decisionTypeId: 'Α.2',
    privateData: false,
    submissionTimestamp: '2026-03-03T08:00:00+00:00',
    publishTimestamp: '2026-03-03T08:00:00+00:00',
    status: 'PUBLISHED',
    versionId: 'v-1',
    correctedVersionId: null,
    documentUrl: 'https://diavgeia.gov.gr/doc/ΨΚ70ΩΔΙ-ΛΝ9',
    url: 'https://diavgeia.gov.gr/luminapi/api/decisions/ΨΚ70ΩΔΙ-ΛΝ9',
    extraFieldValues: {},
    ...overrides,
  };
}

/** The counts of one question from the people on each step and those who could not say. */
export function counted(questionId: string, steps: number[], cantSay = 0): OptionCount[] {
  return [...steps.map((count, at) => ({ questionId, optionId: String(at + 1), count })), { questionId, optionId: 'cant_say', count: cantSay }];
}
