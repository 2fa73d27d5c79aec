import { publicUrl } from '@isegoria/kernel/api';
import type { Locale, Localized } from '@isegoria/kernel/contracts';
import { open311Status, type RequestMoment, type RequestService, type RequestStatus, type ServiceAnswerType, type ServiceQuestion, type ServiceRequest } from '@isegoria/requests/contracts';
import { said } from './said';
import type { Row } from './spark';

/** A service of the list. Its request has its number at once, also where a moderator reads it first: `realtime`. */
export function serviceRow({ id, name, description, questions, keywords, group }: RequestService, locale: Locale): Row {
  return {
    service_code: id, service_name: text(name, locale), description: text(description, locale), metadata: questions.length > 0, type: 'realtime', keywords: keywords.join(', '), group: text(group, locale),
  };
}

const datatypes: Record<ServiceAnswerType, string> = { text: 'string', number: 'number', choice: 'singlevaluelist', choices: 'multivaluelist' };

/** What a service asks besides. */
export function definitionOf({ id, questions }: RequestService, locale: Locale): Row {
  return { service_code: id, attributes: { item: 'attribute', values: questions.map((question, at) => attributeRow(question, at + 1, locale)) } };
}

function attributeRow({ id, text: asked, hint, type, isRequired, choices }: ServiceQuestion, order: number, locale: Locale): Row {
  const values = { item: 'value', values: choices.map((choice) => ({ key: choice.id, name: text(choice.name, locale) })) };
  return {
    variable: true, code: id, datatype: datatypes[type], required: isRequired, datatype_description: text(hint, locale), order, description: text(asked, locale), ...(type === 'choice' || type === 'choices' ? { values } : {}),
  };
}

/** A public request. It was made for the standard when it became public: whoever asks for one stretch of time after another misses none that waited for a moderator. */
export function requestRow(request: ServiceRequest, city: Localized, locale: Locale): Row {
  const { id, status, service, text: description, department, publishedAt, createdAt, changedAt, endedAt, expectedAt, dueAt, place, district, pictures } = request;
  return {
    service_request_id: id,
    status: open311Status(status),
    status_notes: statusNotes(request, locale),
    service_name: text(service.name, locale),
    service_code: service.id,
    description,
    agency_responsible: text(department.name, locale),
    service_notice: text(service.notice, locale),
    requested_datetime: publishedAt ?? createdAt,
    updated_datetime: endedAt ?? changedAt,
    expected_datetime: expectedAt ?? dueAt,
    address: [place.label, text(district.name, locale), text(city, locale)].join(', '),
    address_id: null,
    zipcode: null,
    lat: place.lat ?? null,
    long: place.lng ?? null,
    media_url: mediaOf(pictures),
  };
}

/** A public step in the life of a request, as FixMyStreet asks for them (its extension `servicerequestupdates`). */
export function updateRow(request: ServiceRequest, moment: RequestMoment): Row {
  return { update_id: moment.id, service_request_id: request.id, status: statusAt(request, moment), description: moment.text, updated_datetime: moment.at, media_url: mediaOf(moment.pictures) };
}

/** Where it stands and what was last said of that: both formats have room for a line of words, not for ours of ten. */
function statusNotes({ status, closing, history }: ServiceRequest, locale: Locale): string {
  const standing = status === 'closed' && closing ? said(`closing.${closing.reason}`, locale) : said(`status.${status}`, locale);
  const other = closing?.duplicateOf ? ` (${closing.duplicateOf.id})` : '';
  const last = history.filter(({ kind }) => kind !== 'submitted' && kind !== 'contested').at(-1);
  return `${standing}${other}${last?.text ? `: ${last.text}` : ''}`;
}

/** FixMyStreet's finer words for where a request stands. */
const standings: Partial<Record<RequestMoment['kind'], string>> = {
  acknowledged: 'investigating', planned: 'action_scheduled', inProgress: 'in_progress', fixed: 'fixed', passed: 'internal_referral', reopened: 'open', withdrawn: 'closed',
};
const endings: Record<NonNullable<RequestMoment['closing']>['reason'], string> = {
  unable: 'no_further_action', referred: 'not_councils_responsibility', duplicate: 'duplicate', notFound: 'no_further_action', notNeeded: 'closed',
};

/** Words alone, and a «not fixed» that opens nothing, leave it where the step before them had brought it. */
function statusAt({ history }: ServiceRequest, moment: RequestMoment): string {
  const before = history.slice(0, history.findIndex(({ id }) => id === moment.id) + 1).reverse();
  const step = before.find(({ kind }) => kind === 'closed' || standings[kind] !== undefined);
  if (!step) return 'open';
  return step.closing ? endings[step.closing.reason] : (standings[step.kind] ?? 'closed');
}

function mediaOf(pictures: readonly { url: string }[]): string | null {
  const [first] = pictures;
  return first ? `${publicUrl()}${first.url}` : null;
}

function text(words: Localized, locale: Locale): string {
  return words[locale] || words.el;
}

/** The statuses of ours that one of Open311's stands for, of those that everyone sees. */
export function statusesOf(asked: readonly ('open' | 'closed')[], all: readonly RequestStatus[]): RequestStatus[] {
  return all.filter((status) => asked.includes(open311Status(status)));
}
