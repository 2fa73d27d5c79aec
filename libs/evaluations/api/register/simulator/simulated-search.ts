import type { RegisterArchive } from './register-archive';
import type { SimulatedAct } from './simulated-acts';

const DAY = 86_400_000;
const LONGEST_SPAN = 180 * DAY;
const halfYear = 182 * DAY;

/**
 * The register's search as it behaves, quirks and all: six months where no dates are given, issue dates cut to 180 days from
 * the first, whole days of Athens, pages from 0, the last submitted first, an info block. Null where nothing is asked: it refuses that.
 */
export function searched({ acts, organisations }: Pick<RegisterArchive, 'acts' | 'organisations'>, query: URLSearchParams, now: Date, mostAPage = 500) {
  if (!['org', 'unit', 'ada', 'subject', 'type', 'protocol', 'signer', 'q'].some((name) => query.get(name))) return null;
  const org = organisations.find(({ uid, latinName }) => [uid, latinName].includes(query.get('org') ?? ''))?.uid ?? query.get('org');
  const submitted = span(query, 'from_date', 'to_date', now);
  const issued = cut(span(query, 'from_issue_date', 'to_issue_date', now));
  const page = Math.max(Number(query.get('page') ?? 0) || 0, 0);
  const size = Math.min(Math.max(Number(query.get('size') ?? 10) || 10, 1), mostAPage);
  const found = acts
    .filter((act) => !org || act.organizationId === org)
    .filter((act) => within(act.submissionTimestamp, submitted) && within(act.issueDate, issued))
    .filter((act) => matches(act, query))
    .sort((a, b) => Date.parse(b.submissionTimestamp) - Date.parse(a.submissionTimestamp));
  const decisions = found.slice(page * size, page * size + size);
  const text = `submissionTimestamp:[${shown(submitted)}] AND issueDate:[${shown(issued)}]${org ? ` AND organizationUid:"${org}"` : ''}`;
  return { decisions, info: { query: text, page, size, actualSize: decisions.length, total: found.length, order: query.get('sort') ?? 'recent' } };
}

type Span = [from: number, to: number];

function matches(act: SimulatedAct, query: URLSearchParams): boolean {
  const [unit, type, ada, signer, subject, protocol] = ['unit', 'type', 'ada', 'signer', 'subject', 'protocol'].map((name) => query.get(name));
  const status = query.get('status')?.toUpperCase() ?? 'ALL';
  return (
    (!unit || (act.unitIds ?? []).includes(unit)) && (!type || act.decisionTypeId === type) && (!ada || act.ada === ada) &&
    (!signer || (act.signerIds ?? []).includes(signer)) && (!subject || (act.subject ?? '').includes(subject)) &&
    (!protocol || act.protocolNumber === protocol) && (status === 'ALL' || act.status === status)
  );
}

function span(query: URLSearchParams, from: string, to: string, now: Date): Span {
  const end = query.get(to) ? athens(query.get(to)) : now.getTime();
  return [query.get(from) ? athens(query.get(from)) : now.getTime() - halfYear, end];
}

const cut = ([from, to]: Span): Span => [from, Math.min(to, from + LONGEST_SPAN)];
const within = (moment: string, [from, to]: Span): boolean => Date.parse(moment) >= from && Date.parse(moment) <= to;
const athens = (day: string | null): number => Date.parse(`${day}T00:00:00+03:00`);
const shown = (ends: Span): string => ends.map((end) => `DT(${Number.isNaN(end) ? '?' : new Date(end).toISOString().slice(0, 19)})`).join(' TO ');
