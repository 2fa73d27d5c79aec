import { Injectable } from '@nestjs/common';
import { CITY } from '@isegoria/budgeting/contracts';
import { PublicFace } from '@isegoria/kernel/api';

interface Found {
  decisionInFocus: { id: string } | null;
  choices: { items: { id: string }[] } | null;
  proposals: { items: { id: string }[] } | null;
  requests: { items: { id: string }[] } | null;
  processes: { id: string; kind: string }[] | null;
  ledger: { key: string; size: number; root: string } | null;
  budgets: { id: string; stage: string; areas: { id: string; ballotId: string }[] }[] | null;
}

const QUERY = `query WidgetExamples {
  decisionInFocus { id } choices(first: 1) { items { id } } proposals(sort: SUPPORTS, first: 1) { items { id } } requests(sort: AFFECTED, first: 1) { items { id } } processes { id kind } ledger { key size root } budgets { id stage areas { id ballotId } }
}`;

/** Things of this city that are worth showing, for the page that shows how widgets look. */
@Injectable()
export class Examples {
  constructor(private readonly face: PublicFace) {}

  async some(): Promise<Record<'DECISION' | 'CHOICE' | 'PROPOSAL' | 'REQUEST' | 'PROCESS' | 'BALLOT' | 'BUDGET' | 'OPINION' | 'KEY' | 'SIZE' | 'ROOT', string>> {
    const found = await this.face.ask<Found>(QUERY, {});
    const proposal = found?.proposals?.items[0]?.id ?? 'none';
    const budgets = found?.budgets ?? [];
    const voting = budgets.find(({ stage }) => stage === 'voting') ?? budgets[0];
    return {
      PROPOSAL: proposal,
      REQUEST: found?.requests?.items[0]?.id ?? 'none',
      DECISION: found?.decisionInFocus?.id ?? 'none',
      CHOICE: found?.choices?.items[0]?.id ?? 'none',
      PROCESS: found?.processes?.[0]?.id ?? 'none',
      BALLOT: (voting?.areas.find(({ id }) => id === CITY) ?? voting?.areas[0])?.ballotId ?? 'none:none',
      BUDGET: (budgets.find(({ stage }) => stage === 'decided') ?? budgets[0])?.id ?? 'none',
      KEY: found?.ledger?.key ?? '',
      SIZE: String(found?.ledger?.size ?? 0),
      ROOT: found?.ledger?.root ?? '',
      OPINION: await this.opinions(found, proposal),
    };
  }

  /** Where people answer statements: a process that has some, or else the proposal. */
  private async opinions(found: Found | null, proposal: string): Promise<string> {
    for (const { id } of found?.processes ?? []) {
      const answer = await this.face.ask<{ opinions: { statements: number } | null }>('query WidgetStatements($subject: SubjectInput!) { opinions(subject: $subject) { statements } }', { subject: { kind: 'process', id } });
      if ((answer?.opinions?.statements ?? 0) > 0) return `process:${id}`;
    }
    return `proposal:${proposal}`;
  }
}
