import type { Citizen } from '@isegoria/identity/contracts';
import type { Case } from './case.schema';
import type { Objection } from './objection.schema';
import { pastObjections, type PastRuling, pastRulings } from './seed-texts';

const hour = 3_600_000;

/** What a past case is made of. */
export interface PastCase {
  ruling: PastRuling;
  number: number;
  since: Date;
  decidedAt: Date;
  authorId: string;
  moderatorId: string;
  reports: number;
}

/** A decided case of the demo city. What it was about is gone since; the log remembers the decision. */
export function pastCase({ ruling, number, since, decidedAt, authorId, moderatorId, reports }: PastCase): Case {
  const stays = ruling.decision === 'approved';
  const reported = stays ? Math.max(reports, 1) : reports;
  return {
    _id: `seed-past-${String(number).padStart(3, '0')}`,
    item: `${number % 5 === 0 ? 'proposal' : 'comment'}:seed-past-${number}`,
    kind: reported > 0 ? 'reported' : 'waiting',
    status: 'decided',
    title: titles[number % titles.length] ?? '',
    text: ruling.text,
    reportedText: null,
    alignment: number % 2 === 0 ? 'AGAINST' : 'FOR',
    authorId,
    since,
    orderAt: since,
    reports: reported,
    trustedReports: 0,
    weight: reported,
    reportedRule: ruling.rule,
    coordinated: false,
    version: 1,
    counted: 1,
    claimedBy: null,
    claimedUntil: null,
    passedBy: [],
    passNote: null,
    held: false,
    decision: ruling.decision,
    rule: ruling.rule,
    reason: ruling.reason,
    decidedBy: moderatorId,
    decidedAt,
    delivered: true,
    logged: true,
    reopens: null,
    reopenedBy: null,
    reopenedAt: null,
    objection: null,
  };
}

const titles = ['Πεζόδρομος στην αγορά', 'Κάδοι στη Δημοκρίτου', 'Παγκάκια με σκιά στην παραλία', 'Νυχτερινό δρομολόγιο του 5', 'Ανάπλαση της πλατείας Ελευθερίας'];

/** The objections that authors made against past cases, each against a case of its own, and what another moderator answered. */
export function objectionsTo(past: Case[], moderators: Citizen[]): { objection: Objection; found: Case }[] {
  const taken = new Set<string>();
  return pastObjections.flatMap((written, at) => {
    const reason = pastRulings[written.ruling]?.reason;
    const found = past.find((one) => one.reason === reason && !taken.has(one._id));
    if (!found) return [];
    taken.add(found._id);
    return objectionOf(found, at, moderators);
  });
}

function objectionOf(found: Case, at: number, moderators: Citizen[]): { objection: Objection; found: Case }[] {
  const past = pastObjections[at];
  const another = moderators.find(({ id }) => id !== found.decidedBy);
  if (!past || !found.decidedAt || !found.authorId || !found.decidedBy) return [];
  const outcome = another ? past.outcome : 'open';
  const madeAt = new Date(found.decidedAt.getTime() + hour);
  const decided = outcome === 'open' ? { decidedBy: null, decidedAt: null, reason: null } : { decidedBy: another?.id ?? null, decidedAt: new Date(madeAt.getTime() + hour), reason: past.reason };
  const objection = { _id: `seed-objection-${at}`, caseId: found._id, authorId: found.authorId, against: found.decidedBy, text: past.text, at: madeAt, outcome, delivered: true, ...decided };
  return [{ objection, found }];
}
