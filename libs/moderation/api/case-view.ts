import { excerpt } from '@isegoria/kernel/api';
import { type Localized, parseSubject, type Subject } from '@isegoria/kernel/contracts';
import type { AuthorCase, CaseReport, CaseRow, LogEntry, MyDecision } from '@isegoria/moderation/contracts';
import type { Case } from './case.schema';
import { objectUntil } from './moderation.rules';
import type { Objection } from './objection.schema';
import type { Report } from './report.schema';

/** Enough to judge what is judged by the dozen: most comments are whole in it. */
const excerptLength = 280;

/** The item of a case. A key that is none cannot be written, but a type must be answered. */
export function itemOf({ item }: Pick<Case, 'item'>): Subject {
  return parseSubject(item) ?? { kind: 'none', id: item };
}

/** A case as a row of one moderator's queue. */
export function caseRow(found: Case, title: Localized, { moderatorId, now }: { moderatorId: string; now: Date }): CaseRow {
  const isClaimed = found.claimedUntil !== null && found.claimedUntil > now;
  return {
    id: found._id,
    kind: found.kind,
    item: itemOf(found),
    title,
    excerpt: excerpt(found.text, excerptLength),
    alignment: found.alignment,
    reports: found.reports,
    rule: found.reportedRule,
    since: found.since,
    coordinated: found.coordinated,
    claimedByMe: isClaimed && found.claimedBy === moderatorId,
    claimedUntil: isClaimed ? found.claimedUntil : null,
    version: found.version,
  };
}

/** A report as a moderator reads it: what it says, not who said it. */
export function reportView({ rule, note, at, trusted }: Report): CaseReport {
  return { rule, note, at, trusted };
}

/** A line of the public log: no title, no words, nobody's name. */
export function logEntry({ _id: id, item, decision, rule, decidedAt, since, reports, objection, reopenedAt }: Case): LogEntry {
  return { id, itemKind: itemOf({ item }).kind, decision: decision ?? 'approved', rule, at: decidedAt ?? since, reports, objection, reopenedAt: reopenedAt ?? null };
}

/** A decision as the moderator who made it sees it. */
export function myDecision({ _id: id, item, decision, rule, reason, decidedAt, since, objection, reopenedAt }: Case, title: Localized): MyDecision {
  return { id, item: itemOf({ item }), title, decision: decision ?? 'approved', rule, reason, at: decidedAt ?? since, objection, reopenedAt: reopenedAt ?? null };
}

/** A case as the author of the contribution sees it: who reported and who decided is not in it. */
export function authorCase(found: Case, objection: Objection | null, path: string | null): AuthorCase {
  const { _id: id, title, text, decision, rule, reason, decidedAt } = found;
  return {
    id,
    item: itemOf(found),
    title,
    text,
    path,
    decision,
    rule,
    reason,
    decidedAt,
    objectUntil: objection ? null : objectUntil(found),
    objection: objection && { text: objection.text, at: objection.at, outcome: objection.outcome, reason: objection.reason, decidedAt: objection.decidedAt },
  };
}
