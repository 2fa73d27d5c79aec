import { createHash } from 'node:crypto';
import type { ActNotes } from '../decisions/acts.rules';
import type { RegisterAct } from '../register/record';
import { demoDecisions } from './decisions';
import type { DemoAct } from './demo-act';
import { oneWays } from './one-ways';

const SIGNS = 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ0123456789';
const DAY = 86_400_000;

/** The invented municipality as the register would number it; no organisation there has this number. */
const ORGANISATION = { id: '99990000', name: { el: 'Δήμος Καλλιθέας Όρμου', en: 'Municipality of Kallithea Ormou' } };

/** An invented act, as if it had come from the register. */
export interface DemoEntry {
  demo: DemoAct;
  act: RegisterAct;
  notes: ActNotes;
}

/** The invented acts as they would stand at a moment. `names`: the departments' names, by id. */
export function demoRegister(now: Date, names: ReadonlyMap<string, { el: string; en: string }>): DemoEntry[] {
  return [...oneWays, ...demoDecisions].map((demo) => {
    const act = actOf(demo, now);
    // What people weigh in the demo city, they or an official asked for.
    const opened: ActNotes = demo.people ? { openedAt: act.publishedAt, openedBy: demo.people > 100 ? 'official' : 'requests' } : {};
    return { demo, act, notes: { ...notesOf(demo, names), ...opened } };
  });
}

function actOf(demo: DemoAct, now: Date): RegisterAct {
  const issueDate = new Date(Math.floor((now.getTime() - demo.daysAgo * DAY) / DAY) * DAY);
  const publishedAt = new Date(issueDate.getTime() + 33 * 3_600_000);
  return {
    ada: numberOf(demo),
    source: 'DIAVGEIA',
    signerIds: [],
    registerSubject: demo.subject,
    subject: demo.subject,
    typeCode: demo.type,
    organisationId: ORGANISATION.id,
    unitId: demo.department,
    protocolNumber: `${4000 + demo.daysAgo * 7}/${issueDate.toISOString().slice(0, 10)}`,
    issueDate,
    publishedAt,
    versionAt: publishedAt,
    status: demo.revoked ? 'REVOKED' : 'PUBLISHED',
    versionId: `demo-${digest(demo).slice(0, 12)}`,
    correctedVersionId: null,
    // No register holds an invented act, so there is nothing to link to.
    documentUrl: null,
    url: null,
    amount: demo.amount ?? null,
  };
}

function notesOf({ title, text, department, district }: DemoAct, names: ReadonlyMap<string, { el: string; en: string }>): ActNotes {
  const unitName = names.get(department);
  return {
    plainWords: { title: { el: title[0], en: title[1] }, text: { el: text?.[0] ?? '', en: text?.[1] ?? '' } },
    organisationName: ORGANISATION.name,
    departmentId: department,
    isDemo: true,
    ...(unitName && { unitName }),
    ...(district && { districtId: district }),
  };
}

/** A number in the register's shape, from the subject, with an office code that the register never gave out. */
function numberOf(demo: DemoAct): string {
  const signs = [...Buffer.from(digest(demo), 'hex')].map((byte) => SIGNS[byte % SIGNS.length] ?? 'Α');
  return `${signs.slice(0, 4).join('')}ΔΟΚΙΜΗ-${signs.slice(4, 7).join('')}`;
}

const digest = ({ subject }: DemoAct): string => createHash('sha256').update(subject).digest('hex');
