/** An act as the register's search writes it: dates as ISO 8601, nulls where an office left a field out. */
export interface SimulatedAct {
  ada: string;
  subject: string | null;
  protocolNumber: string | null;
  issueDate: string;
  submissionTimestamp: string;
  publishTimestamp: string | null;
  organizationId: string;
  unitIds: string[] | null;
  signerIds: string[] | null;
  decisionTypeId: string;
  thematicCategoryIds: string[];
  privateData: boolean;
  status: 'PUBLISHED' | 'REVOKED';
  versionId: string;
  correctedVersionId: string | null;
  documentUrl: string | null;
  documentChecksum: string | null;
  url: string | null;
  attachments: unknown[];
  warnings: null;
  extraFieldValues: Record<string, unknown> | null;
}

const DAY = 86_400_000;
const SIGNS = 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ0123456789';

/** The invented body: the register gave this number to nobody. */
export const inventedBody = {
  organisation: { uid: '99990001', label: 'ΔΗΜΟΣ ΚΑΛΛΙΘΕΑΣ ΟΡΜΟΥ', abbreviation: null, latinName: 'dimos_kallitheas_ormou', status: 'active', category: 'MUNICIPALITY', vatNumber: '000000000', fekNumber: '87', fekIssue: 'fektype_A', fekYear: '2010', odeManagerEmail: '', website: null, supervisorId: null, supervisorLabel: null, organizationDomains: [] },
  units: [['99001', 'ΔΙΕΥΘΥΝΣΗ ΤΕΧΝΙΚΩΝ ΥΠΗΡΕΣΙΩΝ'], ['99002', 'ΔΗΜΟΤΙΚΟ ΣΥΜΒΟΥΛΙΟ'], ['99003', 'ΔΗΜΟΤΙΚΗ ΕΠΙΤΡΟΠΗ'], ['99004', 'ΤΜΗΜΑ ΚΑΘΑΡΙΟΤΗΤΑΣ ΚΑΙ ΠΡΑΣΙΝΟΥ'], ['99005', 'ΓΡΑΦΕΙΟ ΔΗΜΑΡΧΟΥ']].map(([uid = '', label = '']) => (
    { uid, label, abbreviation: null, category: 'UNIT', unitDomains: [], active: uid !== '99005', activeFrom: 1262304000000, activeUntil: uid === '99005' ? 1704067200000 : null, parentId: '99990001' }
  )),
  signers: [{ uid: '990011', positionLabel: 'Δήμαρχος' }, { uid: '990012', positionLabel: 'Πρόεδρος Δ.Σ.' }, { uid: '990013', positionLabel: null }].map(({ uid, positionLabel }) => (
    { uid, firstName: 'ΕΠΙΝΟΗΜΕΝΟ', lastName: 'ΠΡΟΣΩΠΟ', active: true, activeFrom: 1262304000000, activeUntil: null, organizationId: '99990001', hasOrganizationSignRights: true, units: [{ uid: '99001', positionId: positionLabel && 'POS_1', positionLabel }] }
  )),
};

const SUBJECTS: readonly [type: string, subject: string][] = [
  ['Α.2', 'Καθορισµός θέσεων στάθµευσης στην οδό {n}'],
  ['Β.1.3', 'ΑΝΑΛΗΨΗ ΥΠΟΧΡΕΩΣΗΣ ΓΙΑ ΠΡΟΜΗΘΕΙΑ ΥΛΙΚΩΝ ΚΑΘΑΡΙΟΤΗΤΑΣ Νο {n}'],
  ['Β.2.2', 'Χρηματικό ένταλμα πληρωμής {n}'],
  ['Δ.1', 'Απευθείας ανάθεση εργασιών συντήρησης παιδικής χαράς {n}'],
  ['2.4.7.1', '∆ιακοπή κυκλοφορίας στην οδό {n} λόγω εργασιών'],
  ['Γ.2', 'Συγκρότηση επιτροπής παραλαβής έργου {n}'],
  ['Β.1.1', '{n}η Αναμόρφωση προϋπολογισμού'],
];

/** Acts of our own making, spread evenly over the days before `now`; the same ones for the same count and moment. */
export function inventedActs(count: number, now: Date, days = 700): SimulatedAct[] {
  return Array.from({ length: count }, (_, at) => inventedAct(at, new Date(now.getTime() - ((at + 0.5) / count) * days * DAY)));
}

/** One invented act, submitted at a moment. Every ninth holds personal data, every seventh has nulls where it may. */
export function inventedAct(at: number, submitted: Date): SimulatedAct {
  const [type = 'Α.2', subject = ''] = SUBJECTS[at % SUBJECTS.length] ?? [];
  const ada = adaOf(at);
  const isBare = at % 7 === 3;
  const when = submitted.toISOString().replace('Z', '000+00:00');
  return {
    ada,
    subject: subject.replace('{n}', String(at + 1)),
    protocolNumber: isBare ? null : `${1000 + at}/${submitted.getUTCFullYear()}`,
    issueDate: `${new Date(submitted.getTime() - 2 * DAY).toISOString().slice(0, 10)}T00:00:00+00:00`,
    submissionTimestamp: when,
    publishTimestamp: isBare ? null : when,
    organizationId: inventedBody.organisation.uid,
    unitIds: isBare ? null : [inventedBody.units[at % inventedBody.units.length]?.uid ?? '99001'],
    signerIds: isBare ? null : [inventedBody.signers[at % inventedBody.signers.length]?.uid ?? '990011'],
    decisionTypeId: type,
    thematicCategoryIds: ['20'],
    privateData: at % 9 === 8,
    status: 'PUBLISHED',
    versionId: `invented-${at}-1`,
    correctedVersionId: null,
    documentUrl: `https://diavgeia.gov.gr/doc/${ada}`,
    documentChecksum: null,
    url: `https://diavgeia.gov.gr/luminapi/api/decisions/${ada}`,
    attachments: [],
    warnings: null,
    extraFieldValues: isBare ? null : { financialYear: 2026, amountWithVAT: at % 3 === 0 ? { amount: 100 + at, currency: 'EUR' } : { amount: null, currency: null }, relatedDecisions: null, documentType: 'ΠΡΑΞΗ' },
  };
}

/** A number in the register's shape, with an office code that the register never gave out. */
function adaOf(at: number): string {
  let rest = at * 7919 + 104_729;
  const signs = Array.from({ length: 4 }, () => {
    const sign = SIGNS[rest % SIGNS.length] ?? 'Α';
    rest = Math.floor(rest / SIGNS.length);
    return sign;
  });
  return `${signs.join('')}ΔΟΚΕΙΣ-${[at % 30, Math.floor(at / 30) % 30, Math.floor(at / 900) % 30].map((place) => SIGNS[place] ?? 'Α').join('')}`;
}
