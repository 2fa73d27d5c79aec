import type { Citizen } from '@isegoria/identity/contracts';
import { type InitiativeDraftInput, type InitiativeKindInput, newInitiativeId, type SignInitiativeInput } from '@isegoria/initiatives/contracts';
import { newId } from '@isegoria/kernel/api';
import type { Terms } from './initiative-kind.schema';
import type { Initiative } from './initiative.schema';

/** A kind of a test: three signatures, two promoters. */
export function aKind(wanted: Partial<InitiativeKindInput> = {}): InitiativeKindInput {
  return {
    name: { el: 'Συζήτηση στο συμβούλιο <script>alert(1)</script>', en: 'Debate in the council' }, about: { el: 'Το συμβούλιο συζητά το θέμα.', en: '' }, follows: { el: 'Το συμβούλιο το συζητά σε 60 ημέρες.', en: '' },
    needed: 3, percent: null, electors: null, days: 30, promoters: 2, minimumAge: 17, scope: 'city', checkDays: 10, answerDays: 60, keepMonths: 6, isRetired: false, ...wanted,
  };
}

export function someTerms(wanted: Partial<Terms> = {}): Terms {
  const { isRetired: _, needed, percent, electors, minimumAge, answerDays, ...kind } = aKind();
  return { kindId: 'debate', ...kind, needed: needed ?? 3, percent: percent ?? null, electors: electors ?? null, minimumAge: minimumAge ?? null, answerDays: answerDays ?? null, ...wanted };
}

export function anInitiative(wanted: Partial<Initiative> = {}): Initiative {
  const now = new Date();
  return {
    _id: newInitiativeId(), stage: 'draft', asks: someTerms(), title: 'Δέντρα στην πλατεία', text: 'Ζητούμε δέντρα.', why: 'Κάνει ζέστη.', categoryId: 'green', districtId: null, terms: [], authorId: 'maria',
    promoters: [{ citizenId: 'maria', at: now }], invitation: null, digest: null, signatures: 0, countedSeq: 0, paper: 0, submittedAt: null, refusals: [], opensAt: null, endsAt: null, closesAt: null, reachedAt: null, handedInAt: null,
    check: null, sitting: null, left: null, answer: null, withdrawal: null, list: null, verdict: null, decidedAt: null, isHidden: false, revision: 1, createdAt: now, touchedAt: now, isDemo: false, ...wanted,
  };
}

/** A person as rules see them: verified, born in 1980. */
export function aPerson(wanted: Partial<Citizen> = {}): Citizen {
  return { id: newId(), personId: `afm:${newId()}`, name: 'Μαρία', roles: ['citizen'], departmentId: null, districtId: 'kastro', birthYear: 1980, birthYearBy: 'verified', locale: 'el', confirmed: true, ...wanted };
}

export function aDraft(wanted: Partial<InitiativeDraftInput> = {}): InitiativeDraftInput {
  return {
    kindId: 'debate', title: 'Σκιά και δέντρα στην πλατεία <script>alert(1)</script>', text: 'Ζητούμε από το δημοτικό συμβούλιο να αποφασίσει τη φύτευση σαράντα δέντρων στην πλατεία. <img src=x onerror=alert(1)>',
    why: 'Το καλοκαίρι η πλατεία μένει άδεια από τη ζέστη.', categoryId: 'green', districtId: null, ...wanted,
  };
}

export const aSignature = (initiativeId: string, digest: string, wanted: Partial<SignInitiativeInput> = {}): SignInitiativeInput =>
  ({ initiativeId, digest, fullName: 'Μαρία Παπα-Δοπούλου', showsName: false, nonce: newId(), ...wanted });
