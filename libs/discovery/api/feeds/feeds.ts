import { CITY } from '@isegoria/budgeting/contracts';
import type { FeedName } from '@isegoria/discovery/contracts';
import { escaped, type Localized } from '@isegoria/kernel/contracts';
import { latest, type PageMaker } from '../page-maker';
import type { Feed, FeedEntry } from './feed';

/** As many as a reader that comes once a day needs. */
const entriesMost = 30;

const PROPOSAL = `id title lang html status publishedAt timeline { at name } category { name { el en } } answer { status html answeredAt department { name { el en } } }`;
const PROPOSALS = `query FeedProposals($sort: ProposalSort, $filter: ProposalFilter, $first: Int) { proposals(sort: $sort, filter: $filter, first: $first) { items { ${PROPOSAL} } } }`;
const REQUESTS = `query FeedRequests($first: Int) { requests(sort: NEWEST, first: $first) { items { id title { el en } text lang publishedAt changedAt status service { name { el en } } district { name { el en } } } } }`;
const PROCESS = 'query FeedProcess($id: ID!) { process(id: $id) { title { el en } } }';
const DECISIONS = `query FeedDecisions($after: String) { decisions(sort: NEWEST, status: PUBLISHED, first: 50, after: $after) {
  next items { id ada subject plainWords { title { el en } text { el en } } type { label { el en } } issueDate publishedAt isOpen choice { id } }
} }`;
const CONSULTATIONS = `query FeedConsultations($first: Int) { consultations(sort: NEWEST, first: $first) { items {
  id title { el en } summary { el en } publishedAt closesAt category { name { el en } } extensions { at } answer { text at } adopted { at } withdrawal { reason at }
} } }`;
const INITIATIVES = `query FeedInitiatives($first: Int) { initiatives(sort: NEWEST, first: $first) { items {
  id title text stage opensAt closesAt handedInAt signatures { total } terms { needed } category { name { el en } } check { at } answer { text at } withdrawal { reason at }
} } }`;
const DEBATES = `query FeedDebates($first: Int) { debates(sort: NEWEST, first: $first) { items {
  id title text stage openedAt endsAt category { name { el en } } conclusion { text publishedAt } answer { text at }
} } }`;
const SURVEYS = `query FeedSurveys($first: Int) { surveys(sort: NEWEST, first: $first) { items {
  id title { el en } purpose { el en } publishedAt closesAt extensions { at } report { does at } withdrawal { reason at }
} } }`;
const NEWSLETTERS = `query FeedNewsletters($first: Int) { newsletters(first: $first) { items { id title { el en } html { el en } at } } }`;
const MEETINGS = `query FeedMeetings($first: Int) { meetings(filter: { time: all }, first: $first) { items {
  id title { el en } text { el en } stage startsAt announcedAt postponements { at } cancellation { reason at } report { text { el en } at }
} } }`;
const VOLUNTEERING = `query FeedVolunteering($first: Int) { volunteerCalls(filter: { time: all }, first: $first) { items {
  id title { el en } text { el en } startsAt publishedAt category { name { el en } } cancellation { reason at } report { text { el en } at }
} } }`;
const BUDGETS = `query FeedBudgets { budgets { id title { el en } currency decidedAt areas { id districtId money projects voters outcome { funded spent } } } city { districts { id name { el en } } } }`;

interface Proposal {
  id: string; title: string; lang: string; html: string; publishedAt: string | null; timeline: { at: string; name: string }[]; category: { name: Localized } | null;
  answer: { status: string; html: string; answeredAt: string; department: { name: Localized } | null } | null;
}

interface Request {
  id: string; title: Localized; text: string; lang: string; publishedAt: string | null; changedAt: string; status: string; service: { name: Localized }; district: { name: Localized };
}

interface Decision {
  id: string; ada: string; subject: string; plainWords: { title: Localized; text: Localized } | null; type: { label: Localized }; issueDate: string; publishedAt: string; isOpen: boolean; choice: { id: string } | null;
}

interface Consultation {
  id: string; title: Localized; summary: Localized; publishedAt: string; closesAt: string; category: { name: Localized } | null; extensions: { at: string }[];
  answer: { text: string; at: string } | null; adopted: { at: string } | null; withdrawal: { reason: string; at: string } | null;
}

interface Initiative {
  id: string; title: string; text: string; stage: string; opensAt: string; closesAt: string; handedInAt: string | null; signatures: { total: number }; terms: { needed: number }; category: { name: Localized } | null;
  check: { at: string } | null; answer: { text: string; at: string } | null; withdrawal: { reason: string; at: string } | null;
}

interface Debate {
  id: string; title: string; text: string; stage: string; openedAt: string; endsAt: string; category: { name: Localized } | null; conclusion: { text: string; publishedAt: string | null } | null; answer: { text: string; at: string } | null;
}

interface Survey {
  id: string; title: Localized; purpose: Localized; publishedAt: string; closesAt: string; extensions: { at: string }[]; report: { does: string; at: string } | null; withdrawal: { reason: string; at: string } | null;
}

interface Newsletter {
  id: string; title: Localized; html: Localized; at: string;
}

interface Meeting {
  id: string; title: Localized; text: Localized; stage: string; startsAt: string; announcedAt: string; postponements: { at: string }[]; cancellation: { reason: string; at: string } | null; report: { text: Localized; at: string } | null;
}

interface VolunteerCall {
  id: string; title: Localized; text: Localized; startsAt: string | null; publishedAt: string | null; category: { name: Localized } | null; cancellation: { reason: string; at: string } | null; report: { text: Localized; at: string } | null;
}

interface Budgets {
  budgets: { id: string; title: Localized; currency: string; decidedAt: string | null; areas: { id: string; districtId: string | null; money: number; projects: number; voters: number; outcome: { funded: number; spent: number } | null }[] }[];
  city: { districts: { id: string; name: Localized }[] } | null;
}

/** The feeds that there are, beside one for each process. */
const pageOf: Record<FeedName, string> = { proposals: '/proposals', consultations: '/consultations', initiatives: '/initiatives', debates: '/debates', surveys: '/surveys', newsletters: '/newsletters', meetings: '/meetings', volunteering: '/volunteering', requests: '/requests', decisions: '/decisions', answers: '/proposals?sort=ANSWERED', results: '/budgets' };
const entriesOf: Record<FeedName, (maker: PageMaker) => Promise<FeedEntry[]>> = { proposals: (maker) => newProposals(maker, {}), consultations, initiatives, debates, surveys, newsletters, meetings, volunteering, requests, decisions, answers, results };

export async function feedNamed(name: FeedName, maker: PageMaker): Promise<Feed> {
  const { t, locale } = maker;
  return { path: `/feeds/${name}`, title: t(`feeds.${name}.title`), about: t(`feeds.${name}.about`), page: pageOf[name], lang: locale, entries: await entriesOf[name](maker) };
}

/** What is proposed in one process; null where there is no such process. */
export async function feedOfProcess(id: string, maker: PageMaker): Promise<Feed | null> {
  const { ask, t, lt, locale } = maker;
  const process = (await ask<{ process: { title: Localized } | null }>(PROCESS, { id }))?.process;
  if (!process) return null;
  const entries = await newProposals(maker, { processId: id });
  return { path: `/feeds/processes/${id}`, title: t('feeds.process.title', { title: lt(process.title) }), about: t('feeds.process.about'), page: `/processes/${id}`, lang: locale, entries };
}

async function proposals({ ask }: PageMaker, sort: 'NEWEST' | 'ANSWERED', filter: Record<string, string>): Promise<Proposal[]> {
  return (await ask<{ proposals: { items: Proposal[] } }>(PROPOSALS, { sort, filter, first: entriesMost }))?.proposals.items ?? [];
}

async function newProposals(maker: PageMaker, filter: Record<string, string>): Promise<FeedEntry[]> {
  return (await proposals(maker, 'NEWEST', filter)).flatMap(({ id, title, lang, html, publishedAt, timeline, category }) => {
    if (!publishedAt) return [];
    const edited = timeline.filter(({ name }) => name === 'edited').map(({ at }) => at);
    return [{ id: `proposals/${id}`, path: `/proposals/${id}`, title, lang, html, publishedAt: new Date(publishedAt), updatedAt: latest(publishedAt, ...edited) ?? new Date(publishedAt), topics: category ? [maker.lt(category.name)] : [] }];
  });
}

/** What was reported, with how it stands now: an entry that changed is read again. */
async function requests({ ask, t, lt, locale }: PageMaker): Promise<FeedEntry[]> {
  return ((await ask<{ requests: { items: Request[] } }>(REQUESTS, { first: entriesMost }))?.requests.items ?? []).flatMap(({ id, title, text, lang, publishedAt, changedAt, status, service, district }) => {
    if (!publishedAt) return [];
    const html = `<p><strong>${escaped(t(`request.status.${status}`))}</strong></p>${text ? `<p lang="${escaped(lang)}">${escaped(text).replaceAll('\n', '<br/>')}</p>` : ''}`;
    return [{ id: `requests/${id}`, path: `/requests/${id}`, title: lt(title), lang: locale, html, publishedAt: new Date(publishedAt), updatedAt: latest(publishedAt, changedAt) ?? new Date(publishedAt), topics: [lt(service.name), lt(district.name)] }];
  });
}

/** An entry an answer: where the municipality answers again, that is news again. */
async function answers(maker: PageMaker): Promise<FeedEntry[]> {
  const { t, lt } = maker;
  return (await proposals(maker, 'ANSWERED', {})).flatMap(({ id, title, lang, category, answer }) => {
    if (!answer) return [];
    const at = new Date(answer.answeredAt);
    const by = answer.department ? ` (${lt(answer.department.name)})` : '';
    return [{
      id: `answers/${id}/${String(at.getTime())}`, path: `/proposals/${id}`, title: `${t(`answer.${answer.status}`)}: ${title}`, lang,
      html: `<p><strong>${escaped(t(`answer.${answer.status}`) + by)}</strong></p>${answer.html}`, publishedAt: at, updatedAt: at, topics: category ? [lt(category.name)] : [],
    }];
  });
}

/** What is put to the citizens: news when it is published, and again when its end is moved, when it is answered, adopted or taken back. */
async function consultations({ ask, t, lt, locale, day }: PageMaker): Promise<FeedEntry[]> {
  const found = await ask<{ consultations: { items: Consultation[] } }>(CONSULTATIONS, { first: entriesMost });
  return (found?.consultations.items ?? []).map(({ id, title, summary, publishedAt, closesAt, category, extensions, answer, adopted, withdrawal }) => {
    const said = [lt(summary), t('consultation.until', { at: day(closesAt) }), answer && `${t('consultation.answered')}: ${answer.text}`, withdrawal && `${t('consultation.withdrawn')}: ${withdrawal.reason}`];
    const updatedAt = latest(publishedAt, ...extensions.map(({ at }) => at), answer?.at, adopted?.at, withdrawal?.at) ?? new Date(publishedAt);
    return {
      id: `consultations/${id}`, path: `/consultations/${id}`, title: lt(title), lang: locale, html: said.map((text) => (text ? `<p>${escaped(text)}</p>` : '')).join(''),
      publishedAt: new Date(publishedAt), updatedAt, topics: category ? [lt(category.name)] : [],
    };
  });
}

/** What people sign: news when collecting begins, and again when it is handed in, checked, answered or taken back. How many have signed changes by the minute and is no news. */
async function initiatives({ ask, t, lt, day }: PageMaker): Promise<FeedEntry[]> {
  const found = await ask<{ initiatives: { items: Initiative[] } }>(INITIATIVES, { first: entriesMost });
  return (found?.initiatives.items ?? []).map(({ id, title, text, stage, opensAt, closesAt, handedInAt, terms, category, check, answer, withdrawal }) => {
    const said = [text, stage === 'collecting' && t('initiative.until', { at: day(closesAt), needed: terms.needed }), answer && `${t('initiative.answered')}: ${answer.text}`, withdrawal && `${t('initiative.withdrawn')}: ${withdrawal.reason}`];
    return {
      id: `initiatives/${id}`, path: `/initiatives/${id}`, title, lang: 'el', html: said.map((line) => (line ? `<p>${escaped(line)}</p>` : '')).join(''),
      publishedAt: new Date(opensAt), updatedAt: latest(opensAt, handedInAt, check?.at, answer?.at, withdrawal?.at) ?? new Date(opensAt), topics: category ? [lt(category.name)] : [],
    };
  });
}

/** What people argue about: news when it opens, and again when it is concluded or answered. What is said in it is no news of this feed. */
async function debates({ ask, t, lt, day }: PageMaker): Promise<FeedEntry[]> {
  const found = await ask<{ debates: { items: Debate[] } }>(DEBATES, { first: entriesMost });
  return (found?.debates.items ?? []).map(({ id, title, text, stage, openedAt, endsAt, category, conclusion, answer }) => {
    const said = [text, stage === 'open' && t('debate.until', { at: day(endsAt) }), conclusion && `${t('debate.concluded')}: ${conclusion.text}`, answer && `${t('debate.answered')}: ${answer.text}`];
    return {
      id: `debates/${id}`, path: `/debates/${id}`, title, lang: 'el', html: said.map((line) => (line ? `<p>${escaped(line)}</p>` : '')).join(''),
      publishedAt: new Date(openedAt), updatedAt: latest(openedAt, conclusion?.publishedAt, answer?.at) ?? new Date(openedAt), topics: category ? [lt(category.name)] : [],
    };
  });
}

/** What departments ask: news when it is published, and again when its end is moved, when the department says what it learned, or takes it back. */
async function surveys({ ask, t, lt, locale, day }: PageMaker): Promise<FeedEntry[]> {
  const found = await ask<{ surveys: { items: Survey[] } }>(SURVEYS, { first: entriesMost });
  return (found?.surveys.items ?? []).map(({ id, title, purpose, publishedAt, closesAt, extensions, report, withdrawal }) => {
    const said = [lt(purpose), t('survey.until', { at: day(closesAt) }), report && `${t('survey.does')}: ${report.does}`, withdrawal && `${t('survey.withdrawn')}: ${withdrawal.reason}`];
    const updatedAt = latest(publishedAt, ...extensions.map(({ at }) => at), report?.at, withdrawal?.at) ?? new Date(publishedAt);
    return { id: `surveys/${id}`, path: `/surveys/${id}`, title: lt(title), lang: locale, html: said.map((text) => (text ? `<p>${escaped(text)}</p>` : '')).join(''), publishedAt: new Date(publishedAt), updatedAt, topics: [] };
  });
}

/** The city's letters, whole. */
async function newsletters({ ask, lt, locale }: PageMaker): Promise<FeedEntry[]> {
  const found = await ask<{ newsletters: { items: Newsletter[] } }>(NEWSLETTERS, { first: entriesMost });
  return (found?.newsletters.items ?? []).map(({ id, title, html, at }) => ({ id: `newsletters/${id}`, path: `/newsletters/${id}`, title: lt(title), lang: locale, html: lt(html), publishedAt: new Date(at), updatedAt: new Date(at), topics: [] }));
}

/** Where the municipality meets residents: news when it is announced, and again when it is put on another day, cancelled or reported on. */
async function meetings({ ask, t, lt, locale, day }: PageMaker): Promise<FeedEntry[]> {
  const found = await ask<{ meetings: { items: Meeting[] } }>(MEETINGS, { first: entriesMost });
  return (found?.meetings.items ?? []).map(({ id, title, text, startsAt, announcedAt, postponements, cancellation, report }) => {
    const said = [t('meeting.on', { at: day(startsAt) }), lt(text), report && `${t('meeting.reported')}: ${lt(report.text)}`, cancellation && `${t('meeting.cancelled')}: ${cancellation.reason}`];
    const updatedAt = latest(announcedAt, ...postponements.map(({ at }) => at), report?.at, cancellation?.at) ?? new Date(announcedAt);
    return { id: `meetings/${id}`, path: `/meetings/${id}`, title: lt(title), lang: locale, html: said.map((line) => (line ? `<p>${escaped(line)}</p>` : '')).join(''), publishedAt: new Date(announcedAt), updatedAt, topics: [] };
  });
}

/** What people do together for the city: news when volunteers are called for, and again when it is cancelled or told what was done. */
async function volunteering({ ask, t, lt, locale, day }: PageMaker): Promise<FeedEntry[]> {
  const found = await ask<{ volunteerCalls: { items: VolunteerCall[] } }>(VOLUNTEERING, { first: entriesMost });
  return (found?.volunteerCalls.items ?? []).flatMap(({ id, title, text, startsAt, publishedAt, category, cancellation, report }) => {
    if (!publishedAt) return [];
    const said = [startsAt && t('meeting.on', { at: day(startsAt) }), lt(text), report && `${t('meeting.reported')}: ${lt(report.text)}`, cancellation && `${t('meeting.cancelled')}: ${cancellation.reason}`];
    const updatedAt = latest(publishedAt, report?.at, cancellation?.at) ?? new Date(publishedAt);
    return [{ id: `volunteering/${id}`, path: `/volunteering/${id}`, title: lt(title), lang: locale, html: said.map((line) => (line ? `<p>${escaped(line)}</p>` : '')).join(''), publishedAt: new Date(publishedAt), updatedAt, topics: category ? [lt(category.name)] : [] }];
  });
}

/** The newest acts that anybody may weigh now. Most acts are routine and wait to be asked for: some pages are turned, not all. */
async function decisions({ ask, lt, locale }: PageMaker): Promise<FeedEntry[]> {
  const open: Decision[] = [];
  let after: string | null = null;
  for (let turned = 0; turned < 4 && open.length < entriesMost; turned += 1) {
    const page: { items: Decision[]; next: string | null } | undefined = (await ask<{ decisions: { items: Decision[]; next: string | null } }>(DECISIONS, { after }))?.decisions;
    open.push(...(page?.items ?? []).filter(({ isOpen }) => isOpen));
    after = page?.next ?? null;
    if (!after) break;
  }
  return open.slice(0, entriesMost).map(({ id, ada, subject, plainWords, type, issueDate, publishedAt }) => ({
    id: `decisions/${id}`, path: `/decisions/${id}`, title: plainWords ? lt(plainWords.title) : `${subject} (${ada})`, lang: plainWords ? locale : 'el',
    html: `${plainWords ? `<p>${escaped(lt(plainWords.text))}</p>` : ''}<p lang="el">${escaped(subject)} (ΑΔΑ ${escaped(ada)})</p>`,
    publishedAt: new Date(issueDate), updatedAt: new Date(publishedAt), topics: [lt(type.label)],
  }));
}

async function results({ ask, t, lt, money, locale }: PageMaker): Promise<FeedEntry[]> {
  const found = await ask<Budgets>(BUDGETS);
  const names = new Map(found?.city?.districts.map(({ id, name }) => [id, lt(name)]));
  const all = (found?.budgets ?? []).flatMap(({ id, title, currency, decidedAt, areas }) => areas.flatMap(({ id: areaId, money: share, projects, voters, outcome }) => {
    if (!decidedAt || !outcome) return [];
    const at = new Date(decidedAt);
    const area = areaId === CITY ? t('budget.city') : (names.get(areaId) ?? areaId);
    const said = t('resultSummary', { funded: outcome.funded, projects, spent: money(outcome.spent, currency), money: money(share, currency), voters });
    return [{ id: `results/${id}/${areaId}`, path: `/budgets/${id}/results/${areaId}`, title: t('budget.results', { title: lt(title), area }), lang: locale, html: `<p>${escaped(said)}</p>`, publishedAt: at, updatedAt: at, topics: [] }];
  }));
  return all.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime()).slice(0, entriesMost);
}
