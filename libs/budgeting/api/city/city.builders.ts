import { getConnectionToken } from '@nestjs/mongoose';
import type { BudgetInput, BudgetProjectInput } from '@isegoria/budgeting/contracts';
import type { SignedIn } from '@isegoria/identity/api';
import type { TestCity } from '@isegoria/kernel/api';
import { Processes } from '@isegoria/processes/api';
import type { Connection } from 'mongoose';

/** A budget as an administrator of a test declares it. */
export function aBudget(wanted: Partial<BudgetInput> = {}): BudgetInput {
  return {
    title: { el: 'Προϋπολογισμός <script>alert(1)</script>', en: 'Budget' }, summary: { el: 'Μοιράζουμε μαζί.', en: 'We share it out together.' }, processId: 'budget',
    areas: [{ id: 'kentro', money: 50_000_00 }, { id: 'city', money: 100_000_00 }], form: 'approval', withinMoney: true, most: null, points: null,
    rule: 'equalshares/add1', utility: 'cost', completion: null, stop: null, comparison: null, ties: ['lower-cost', 'more-votes', 'id'], threshold: null, secrecy: 'secret', ...wanted,
  };
}

/** A project as an official of a test enters it. */
export function aWork(budgetId: string, wanted: Partial<BudgetProjectInput> = {}): BudgetProjectInput {
  return {
    budgetId, areaId: 'city', title: 'Σκιά στις στάσεις <img src=x onerror=alert(1)>', text: 'Τριάντα **στέγαστρα**. <script>alert(1)</script>', cost: 40_000_00,
    categoryId: 'mobility', departmentId: 'technical', districtId: null, place: { label: 'Ερμού', lat: 37.95, lng: 23.02 }, proposalId: null, ...wanted,
  };
}

/** Lets the voting phase of the demo process last from then until then, in days from now. */
export async function votingLasts(city: TestCity, from: number, until: number): Promise<void> {
  const at = (days: number) => new Date(Date.now() + days * 86_400_000);
  const processes = city.get<Connection>(getConnectionToken()).collection<{ _id: string }>('processes');
  await processes.updateOne({ _id: 'budget' }, { $set: { 'phases.$[voting].opensAt': at(from), 'phases.$[voting].closesAt': at(until) } }, { arrayFilters: [{ 'voting.id': 'voting' }] });
  city.get(Processes).changed();
}

export const graphOf = (who: SignedIn | TestCity) => async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
  const { data, errors } = await who.graph<T>(query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};
