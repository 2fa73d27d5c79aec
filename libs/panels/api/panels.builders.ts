import type { PanelInput } from '@isegoria/panels/contracts';

const dayMs = 86_400_000;

export const inDays = (days: number): Date => new Date(Date.now() + days * dayMs);

/** The call of a panel as an official of a test writes it. */
export function aCall(wanted: Partial<PanelInput> = {}): PanelInput {
  return {
    title: { el: 'Πού θα φυτέψουμε πρώτα; <script>alert(1)</script>', en: '' }, text: { el: 'Δώδεκα κάτοικοι, τρία Σάββατα, ένα ερώτημα: από πού αρχίζουμε να φυτεύουμε στην πόλη.', en: '' }, departmentId: 'technical', districtIds: [], minimumAge: null,
    seats: 6, balance: ['districtId'], source: { el: 'Οι αριθμοί της κλήρωσης ΤΖΟΚΕΡ της 10ης Δεκεμβρίου, με τη σειρά τους.', en: '' }, closesAt: inDays(10), drawsAt: inDays(12), answerDays: 7, ...wanted,
  };
}
