import { type DebateInput } from '@isegoria/debates/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { newId } from '@isegoria/kernel/api';
import type { Conclusion, Debate } from './debate.schema';

/** A question as a form sends it. */
export function aQuestion(wanted: Partial<DebateInput> = {}): DebateInput {
  return {
    title: 'Να κλείνει η παραλιακή στα αυτοκίνητα τις Κυριακές; <script>alert(1)</script>', text: 'Τις Κυριακές η παραλιακή γεμίζει κόσμο και αυτοκίνητα μαζί. Να την έχουμε μόνο για πεζούς; <img src=x onerror=alert(1)>',
    categoryId: 'mobility', districtId: 'kentro', days: 30, asDepartment: false, ...wanted,
  };
}

export function aDebate(wanted: Partial<Debate> = {}): Debate {
  const now = new Date('2026-05-04T09:00:00Z');
  return {
    _id: newId(), authorId: 'maria', byDepartmentId: null, title: 'Να κλείνει η παραλιακή;', text: 'Τις Κυριακές.', categoryId: 'mobility', districtId: null, departmentId: 'technical', days: 30, processId: 'debates', visibility: 'public', listed: true,
    stage: 'open', verdict: null, decidedAt: null, createdAt: now, openedAt: now, endsAt: new Date('2026-06-03T09:00:00Z'), concludedAt: null, lastSaidAt: now, people: 3, argumentsFor: 1, argumentsAgainst: 1, conclusion: null, answer: null, fairness: null,
    proposalIds: [], terms: [], revision: 1, isDemo: false, ...wanted,
  };
}

export function aConclusion(wanted: Partial<Conclusion> = {}): Conclusion {
  return { text: 'Οι περισσότεροι συμφωνούν.', heard: [], visibility: 'public', byId: 'maria', writtenAt: new Date(), publishedAt: null, verdict: null, decidedAt: null, ...wanted };
}

/** A person as rules see them. */
export function aPerson(wanted: Partial<Citizen> = {}): Citizen {
  return { id: 'maria', personId: 'person:maria', name: 'Μαρία', roles: ['citizen'], departmentId: null, districtId: 'kastro', locale: 'el', confirmed: true, ...wanted };
}
