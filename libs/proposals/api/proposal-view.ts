import { Injectable } from '@nestjs/common';
import { Files } from '@isegoria/files/api';
import type { Picture } from '@isegoria/files/contracts';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, excerpt, prose } from '@isegoria/kernel/api';
import { type Localized, subjectKey } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { OfficialAnswer, Proposal as ProposalView, ProposalLabel, ProposalMoment } from '@isegoria/proposals/contracts';
import type { AnswerRecord, Proposal } from './proposal.schema';
import { answerRefusal, editRefusal, answersFor, withdrawRefusal } from './proposals.rules';

type Labels = Map<string, ProposalLabel>;
interface Names {
  categories: Labels;
  districts: Labels;
  departments: Labels;
  authors: Map<string, { id: string; name: string }>;
  pictures: Map<string, Picture[]>;
}

/** Makes of what is stored what is shown: whole, so that a list needs no question per row. */
@Injectable()
export class ProposalViews {
  constructor(
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** As a visitor sees them; `personal` adds what one reader alone sees. */
  async of(proposals: Proposal[]): Promise<ProposalView[]> {
    const illustrated = proposals.filter(({ pictures }) => pictures.length > 0).map(({ _id: id }) => ({ kind: 'proposal', id }));
    const [city, authors, pictures] = await Promise.all([
      this.organisation.city(),
      this.citizens.cards(proposals.map(({ authorId }) => authorId)),
      illustrated.length > 0 ? this.files.of(illustrated) : new Map<string, Picture[]>(),
    ]);
    const names = { categories: labels(city.categories), districts: labels(city.districts), departments: labels(city.departments), authors, pictures };
    return proposals.map((proposal) => viewOf(proposal, names));
  }

  async one(proposal: Proposal, viewer: Citizen | null): Promise<ProposalView> {
    const [view] = await this.of([proposal]);
    if (!view) throw new Error('a view for each proposal');
    return this.personal(view, proposal, viewer);
  }

  /** What this reader may do, and what only the author reads. */
  async personal(view: ProposalView, proposal: Proposal, viewer: Citizen | null): Promise<ProposalView> {
    if (!viewer) return view;
    const mine = viewer.id === proposal.authorId;
    return {
      ...view,
      mine,
      canEdit: mine && proposal.publication !== 'draft' && editRefusal(proposal, this.clock.now()) === null,
      canWithdraw: mine && proposal.publication !== 'withdrawn' && withdrawRefusal(proposal) === null,
      canAnswer: answersFor(viewer, await this.organisation.answering(proposal.departmentId, proposal.category)) && answerRefusal(proposal, 'IMPLEMENTED') === null,
      remark: mine ? remarkOf(proposal) : null,
      draftVersion: mine && proposal.publication === 'draft' ? (proposal.draftVersion ?? null) : null,
    };
  }
}

function viewOf(proposal: Proposal, { categories, districts, departments, authors, pictures }: Names): ProposalView {
  const { _id: id, authorId, text, category, district, departmentId } = proposal;
  const { title, lang, place, status, supports, argumentsFor, argumentsAgainst, createdAt, publishedAt, answerDueAt, processId } = proposal;
  return {
    ...{ id, title, text, lang, place, status, supports, argumentsFor, argumentsAgainst, createdAt, publishedAt, answerDueAt, processId },
    pictures: pictures.get(subjectKey({ kind: 'proposal', id })) ?? [],
    html: prose(text),
    excerpt: excerpt(text),
    category: category ? (categories.get(category) ?? null) : null,
    district: district ? (districts.get(district) ?? null) : null,
    department: departmentId ? (departments.get(departmentId) ?? null) : null,
    author: authors.get(authorId) ?? { id: authorId, name: '' },
    answer: answerOf(proposal.answers.at(-1), departments),
    timeline: timelineOf(proposal),
    withdrawal: proposal.withdrawal?.reason ?? null,
    requestIds: proposal.requestIds ?? [],
    debateId: proposal.debateId ?? null,
    project: proposal.project ?? null,
    mergedInto: proposal.mergedInto ?? null,
    remark: null,
    draftVersion: null,
    mine: false,
    canEdit: false,
    canWithdraw: false,
    canAnswer: false,
  };
}

function answerOf(answer: AnswerRecord | undefined, departments: Labels): OfficialAnswer | null {
  if (!answer) return null;
  const { status, text, nextStep, nextStepAt, cost, departmentId, at } = answer;
  return { status, text, html: prose(text), nextStep, nextStepAt, cost, department: departmentId ? (departments.get(departmentId) ?? null) : null, answeredAt: at };
}

/** What happened to it, in the order that it happened. */
export function timelineOf({ createdAt, publishedAt, editedAt, answers, withdrawal, joinings = [] }: Proposal): ProposalMoment[] {
  const moments: ProposalMoment[] = [{ name: 'created', at: createdAt, answer: null }];
  if (publishedAt) moments.push({ name: 'published', at: publishedAt, answer: null });
  if (editedAt) moments.push({ name: 'edited', at: editedAt, answer: null });
  for (const joined of joinings) {
    moments.push({ name: joined.as === 'PART' ? 'merged' : 'joined', at: joined.at, answer: null });
    if (joined.separatedAt) moments.push({ name: 'separated', at: joined.separatedAt, answer: null });
  }
  for (const { status, at } of answers) moments.push({ name: 'answered', at, answer: status });
  if (withdrawal) moments.push({ name: 'withdrawn', at: withdrawal.at, answer: null });
  return moments.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function remarkOf({ remark, visibility }: Proposal): ProposalView['remark'] {
  if (!remark || visibility === 'visible') return null;
  const { rule, reason, caseId, at } = remark;
  return { rule, reason, caseId, at };
}

function labels(of: { id: string; name: Localized }[]): Labels {
  return new Map(of.map(({ id, name }) => [id, { id, name }]));
}
