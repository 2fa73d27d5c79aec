import type { BallotSecrecy, OfflineChannel } from '@isegoria/votes/contracts';
import type { StoredBallot, StoredElectorate } from '../budget.schema';
import type { DemoArea, DemoProject } from './demo-project';
import { lastYear, lastYearAreas } from './last-year';
import { schoolAreas, schools, youth, youthAreas } from './schools';
import { thisYear, thisYearAreas } from './this-year';

/** A budget of the demo city. */
export interface DemoBudget {
  id: string;
  processId: string;
  title: (year: number) => { el: string; en: string };
  summary: { el: string; en: string };
  areas: DemoArea[];
  projects: DemoProject[];
  /** At full scale, of those who have no account any more. */
  voters: number;
  /** Whether those vote who live in the demo city now: no more of them than are entitled, as its ballots say. */
  isAmongMembers: boolean;
  secrecy: BallotSecrecy;
  /** A cart where nothing is said. */
  ballot?: StoredBallot;
  electorate?: StoredElectorate | null;
  channels?: OfflineChannel[];
  /** How long before its voting it was founded: of two that are voted on, the younger is shown first. */
  foundedDays?: number;
}

const named = (year: number) => ({ el: `Συμμετοχικός προϋπολογισμός ${year}`, en: `Participatory budget ${year}` });
/** How ballots are answered where a budget does not say. */
export const cart: StoredBallot = { form: 'approval', withinMoney: true, most: null, points: null };
/** The list of those whom the schools' budget asks. */
export const parents = { id: 'parents', title: { el: 'Γονείς και κηδεμόνες', en: 'Parents and guardians' } };
export const demo: Record<'past' | 'now' | 'schools' | 'youth', DemoBudget> = {
  past: {
    id: 'last-year', processId: 'budget-last', title: named, areas: lastYearAreas, projects: lastYear, voters: 1800, isAmongMembers: false, secrecy: 'secret',
    summary: { el: 'Η πόλη μοίρασε 725.000 € με τη μέθοδο των ίσων μερών. Δες τι χρηματοδοτήθηκε, γιατί, και πού βρίσκεται κάθε έργο.', en: 'The city shared out €725,000 by the method of equal shares. See what was funded, why, and where each project stands.' },
  },
  now: {
    id: 'this-year', processId: 'budget', title: named, areas: thisYearAreas, projects: thisYear, voters: 0, isAmongMembers: true, secrecy: 'sealed',
    summary: { el: 'Οι υπηρεσίες κοστολόγησαν τα έργα. Βάλε στο καλάθι όσα χωρούν στο ποσό, για όλη την πόλη και για την περιοχή σου.', en: 'The departments have costed the projects. Put into the cart whatever fits the money, for the whole city and for your district.' },
  },
  schools: {
    id: 'schools', processId: 'schools', areas: schoolAreas, projects: schools, voters: 0, isAmongMembers: true, secrecy: 'secret', foundedDays: 150, channels: ['desk', 'paper'],
    ballot: { form: 'points', withinMoney: false, most: null, points: 10 }, electorate: { verified: false, minimumAge: null, list: parents.id },
    title: () => ({ el: 'Τα σχολεία μας, με βαθμούς', en: 'Our schools, by points' }),
    summary: { el: 'Οι γονείς μοιράζουν δέκα βαθμούς στα έργα των σχολείων.', en: 'Parents give ten points to school projects.' },
  },
  youth: {
    id: 'youth', processId: 'schools', areas: youthAreas, projects: youth, voters: 0, isAmongMembers: true, secrecy: 'secret', foundedDays: 160,
    ballot: { form: 'ranking', withinMoney: false, most: null, points: null }, electorate: { verified: false, minimumAge: 15, list: null },
    title: () => ({ el: 'Το δικό μας ποσό, με σειρά', en: 'Our own sum, by order' }),
    summary: { el: 'Βάλε σε σειρά όσα θέλεις να γίνουν για τους νέους, από δεκαπέντε χρονών.', en: 'Put in order what you want done for young people, from fifteen years on.' },
  },
};
