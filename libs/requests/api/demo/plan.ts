import { type ClosingReason, dueAfter, isEnded, type RequestMomentKind, type RequestStatus } from '@isegoria/requests/contracts';
import { type City, districtOf, type Place } from '@isegoria/organisation/contracts';
import { moment, standing } from '../change';
import { recordOf } from '../intake';
import type { ServiceRecord } from '../request-service.schema';
import type { MomentRecord, RequestRecord } from '../request.schema';
import { problems, sayings } from './problems';

/** What is known of the city when its requests are made up. */
export interface Circumstances {
  random: () => number;
  now: Date;
  city: City;
  places: readonly Place[];
  services: ReadonlyMap<string, ServiceRecord>;
  people: readonly string[];
  /** The official of each department, by the department. */
  officials: ReadonlyMap<string | null, string>;
}

/** One request of the demo city, with how many say that it concerns them too and what people said after its end. */
export interface Planned {
  request: RequestRecord;
  affected: number;
  words: { citizenId: string; isFixed: boolean; at: Date }[];
}

type Fate = 'open' | 'fixed' | 'closed' | 'withdrawn' | 'reopened' | 'waiting';

const dayMs = 86_400_000;
const daysBack = 120;

/** So many requests of four months, the oldest first; the id is the place in that order until they have their numbers. */
export function plan(wanted: number, around: Circumstances): Planned[] {
  const { random, now } = around;
  const ages = Array.from({ length: wanted }, () => 0.05 + daysBack * random() ** 1.4).sort((one, other) => other - one);
  // Two of the last wait for a moderator.
  const seenFirst = [...around.services.values()].find(({ waits }) => waits);
  const planned = ages.map((age, at) => one(String(at), new Date(now.getTime() - age * dayMs), around, at === wanted - 2 || at === wanted - 6 ? seenFirst : undefined));
  for (const at of [0.35, 0.6, 0.8, 0.93]) double(planned, Math.floor(at * wanted), around);
  return planned;
}

function one(id: string, at: Date, around: Circumstances, forced?: ServiceRecord): Planned {
  const { random, now, people } = around;
  const service = forced ?? serviceBy(random, around);
  const { place, districtId } = somewhere(around);
  const { texts, answers: given = {} } = problems[service._id] ?? { texts: [''] };
  const turn = Math.floor(random() * texts.length);
  const answers = service.questions.flatMap(({ id: questionId }) => {
    const choices = given[questionId] ?? [];
    const value = choices[turn % Math.max(1, choices.length)];
    return value ? [{ questionId, values: [value] }] : [];
  });
  const draw = random();
  const channel = draw < 0.82 ? 'online' : draw < 0.94 ? 'phone' : 'desk';
  const reporterId = channel === 'online' ? pick(people, random) : null;
  const contact = channel === 'online' ? null : { name: pick(['Κ. Δημητρίου', 'Ελένη Σ.', 'κ. Αντώνης', 'Μ. Καραγιάννη'], random), phone: '210 000 0000', email: '' };
  const fields = { place, districtId, answers, text: texts[turn] ?? '', pictures: [], isNamed: reporterId !== null && random() < 0.25 };
  const fate = forced ? 'waiting' : fateBy(random, now.getTime() - at.getTime() > service.days * dayMs);
  const made = recordOf(service, fields, { id, at, channel, reporterId, contact, pressKey: `demo|${id}`, mayWait: fate === 'waiting' });
  const { unfinished: _done, unheard: _told, ...record } = { ...made, isDemo: true };
  const affected = record.listed ? Math.floor(9 * random() ** 3 + (random() < 0.06 ? 14 + 20 * random() : 0)) : 0;
  return lived({ request: record, affected, words: [] }, { fate, service, around });
}

/** What became of it so far: what would lie ahead has not happened yet. */
function lived(planned: Planned, { fate, service, around }: { fate: Fate; service: ServiceRecord; around: Circumstances }): Planned {
  const { random, now, officials } = around;
  const { request } = planned;
  if (fate === 'waiting') return planned;
  const { departmentId } = service;
  const byId = officials.get(departmentId) ?? 'demo';
  let clock = request.createdAt.getTime();
  const history = [...request.history];
  /** A moment so many days after the one before; false where that has not come yet. */
  const then = (kind: RequestMomentKind, days: number, said: Partial<MomentRecord> = {}): boolean => {
    clock += Math.max(0.02, days) * dayMs;
    if (said.byId === undefined) clock = atWork(clock);
    const at = new Date(clock);
    if (at >= now) return false;
    history.push({ ...moment({ kind, at, departmentId, byId, ...said }), id: `demo-${request._id}-${history.length}` });
    return true;
  };
  const days = service.days;
  const work = () => {
    if (!then('acknowledged', 0.1 + random(), { text: pick(sayings.acknowledged, random) })) return false;
    if (random() < 0.45 && !then('planned', 0.2 + random(), { text: pick(sayings.planned, random), expectedAt: endOfDay(new Date(atWork(clock + days * (0.4 + random()) * dayMs))) })) return false;
    if (random() < 0.12 && !then('update', days * 0.2 * random(), { text: pick(sayings.update, random) })) return false;
    return random() > 0.4 || then('inProgress', days * 0.3 * random(), { text: pick(sayings.inProgress, random) });
  };
  const fix = () => then('fixed', days * (0.1 + random()), { text: pick(problems[service._id]?.done ?? [''], random) });
  const citizen = { departmentId: null, byId: request.reporterId };

  if (fate === 'withdrawn') then('withdrawn', 0.5 + random() * 2, { ...citizen, text: pick(sayings.withdrawn, random) });
  else if (work() && fate !== 'open') {
    if (fate === 'closed') {
      const reason = pick(['unable', 'referred', 'notFound', 'notNeeded'] as const, random);
      then('closed', days * 0.5 * random(), { text: sayings.closed[reason], closing: { reason, duplicateOf: null } });
    } else if (fix() && fate === 'reopened' && then('contested', 1 + 6 * random(), { ...citizen, text: pick(sayings.contested, random) })) {
      then('reopened', 0, { ...citizen, byId: null });
      if (random() < 0.5 && work()) fix();
    }
  }
  return { ...planned, request: stood(request, history, service), words: wordsAfter(history, planned, around) };
}

/** Where a request stands after its history. */
function stood(request: RequestRecord, history: readonly MomentRecord[], service: ServiceRecord): RequestRecord {
  const after = { ...request, history: [...history] };
  for (const { kind, at, expectedAt, closing } of history.slice(1)) {
    after.changedAt = at;
    if (kind === 'update' || kind === 'contested' || kind === 'passed') continue;
    if (kind === 'reopened') {
      const dueAt = dueAfter(at, service.days);
      Object.assign(after, standing('received', request.isPrivate), { closing: null, endedAt: null, expectedAt: null, dueAt, promisedAt: dueAt, reopened: after.reopened + 1 });
      continue;
    }
    const status: RequestStatus = kind === 'submitted' ? 'received' : kind;
    Object.assign(after, standing(status, request.isPrivate), { closing });
    if (expectedAt) Object.assign(after, { expectedAt, promisedAt: expectedAt });
    if (isEnded(status)) after.endedAt = at;
    if (status === 'fixed') after.firstFixedAt ??= at;
  }
  return { ...after, revision: history.length - 1 };
}

/** Some say, in the days after, that it is fixed; now and then one that it is not. */
function wordsAfter(history: readonly MomentRecord[], { request }: Planned, { random, now }: Circumstances): Planned['words'] {
  const last = history.at(-1);
  if (last?.kind !== 'fixed' || !request.reporterId || random() > 0.4) return [];
  const at = new Date(last.at.getTime() + random() * 5 * dayMs);
  return at < now ? [{ citizenId: request.reporterId, isFixed: true, at }] : [];
}

/** Somebody else reports the same thing a little later, next to it, and the department ends that as a double. */
function double(planned: Planned[], at: number, { now, random, officials, services }: Circumstances): void {
  const [original, other] = [planned[at], planned[at + 1]];
  const service = original && services.get(original.request.serviceId);
  if (!original || !other || !service || !original.request.listed) return;
  const { place, districtId, serviceId, answers, text } = original.request;
  const beside = place.lat === null || place.lng === null ? place : { ...place, lat: place.lat + 0.0001, lng: place.lng + 0.0001 };
  const { _id: id, createdAt, channel, reporterId, contact } = other.request;
  const record = recordOf(service, { place: beside, districtId, answers, text: text && 'Το ίδιο πρόβλημα, ακόμη εκεί.', pictures: [], isNamed: false }, { id, at: createdAt, channel, reporterId, contact, pressKey: `demo|${id}`, mayWait: false });
  const { unfinished: _done, unheard: _told, ...made } = { ...record, isDemo: true, serviceId };
  const ended = new Date(createdAt.getTime() + (0.3 + random()) * dayMs);
  const closing = { reason: 'duplicate' as ClosingReason, duplicateOf: original.request._id };
  const said = { ...moment({ kind: 'closed', at: ended, text: sayings.closed.duplicate, departmentId: service.departmentId, byId: officials.get(service.departmentId) ?? 'demo', closing }), id: `demo-${id}-1` };
  planned[at + 1] = { request: ended < now ? stood(made, [...made.history, said], service) : made, affected: 1, words: [] };
}

/** The next hour in which offices work: eight to four of the city's winter, Monday to Friday. */
function atWork(time: number): number {
  const at = new Date(time);
  const isWork = at.getUTCDay() % 6 !== 0 && at.getUTCHours() >= 6 && at.getUTCHours() < 14;
  return isWork ? time : atWork(time + 3_600_000);
}

/** What is young is often still open, and a little of what its day has passed for; of the rest most is done. */
function fateBy(random: () => number, isDue: boolean): Fate {
  const draw = random();
  if (draw < 0.2) return isDue && draw > 0.04 ? 'fixed' : 'open';
  if (draw < 0.3) return 'closed';
  if (draw < 0.34) return 'withdrawn';
  return draw < 0.4 ? 'reopened' : 'fixed';
}

function serviceBy(random: () => number, { services }: Circumstances): ServiceRecord {
  const known = Object.entries(problems).flatMap(([id, { weight }]) => {
    const service = services.get(id);
    return service ? [{ service, weight }] : [];
  });
  let draw = random() * known.reduce((sum, { weight }) => sum + weight, 0);
  const found = known.find(({ weight }) => (draw -= weight) < 0) ?? known[0];
  if (!found) throw new Error('the catalogue is there before the requests');
  return found.service;
}

/** A house of a street, or a spot near a landmark; one in seven comes without a pin. */
function somewhere({ random, places, city }: Circumstances): Pick<RequestRecord, 'place' | 'districtId'> {
  const { label, lat, lng, districtId } = pick(places, random);
  const isStreet = !/^(Πλατεία|Δημ|Παραλία|Άλσος|Κέντρο|Σταθμός|Κάστρο|\d+ο )|(Σχολείο|Λύκειο|Γυμνάσιο|Στάδιο|Μουσείο|Ναός)/.test(label);
  const named = isStreet ? `${label} ${1 + Math.floor(random() * 88)}` : label;
  const near = { lat: lat + (random() - 0.5) * 0.0012, lng: lng + (random() - 0.5) * 0.0012 };
  const spot = districtOf(city.districts, near)?.id === districtId ? near : { lat, lng };
  const isPinned = random() > 0.14 && districtOf(city.districts, spot) !== null;
  return { districtId: isPinned ? (districtOf(city.districts, spot)?.id ?? districtId) : districtId, place: isPinned ? { label: named, ...spot } : { label: named, lat: null, lng: null } };
}

function endOfDay(at: Date): Date {
  return new Date(Math.floor(at.getTime() / dayMs) * dayMs + 21.9 * 3_600_000);
}

function pick<T>(of: readonly T[], random: () => number): T {
  const found = of[Math.floor(random() * of.length)];
  if (found === undefined) throw new Error('there is something to choose from');
  return found;
}
