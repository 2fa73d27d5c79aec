import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Comments } from '@isegoria/comments/api';
import type { Debate as Shown, DebateConclusion, DebateLabel, DebateSaved, HeardArgument, MyDebatePart } from '@isegoria/debates/contracts';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, prose, Subjects } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { answering, type City } from '@isegoria/organisation/contracts';
import type { Model } from 'mongoose';
import { type Conclusion, Debate, FairnessRecord } from './debate.schema';
import { concludeRefusal, correctRefusal, isOpener, mayAnswer, stageAt, withdrawRefusal } from './debates.rules';
import { debatePath, subjectOf } from './moves';

/** One answer for the person behind an account. */
export const fairnessId = (debateId: string, { personId }: Pick<Citizen, 'personId'>): string => `${debateId}.${personId}`;

/** Makes of what is stored what is shown. */
@Injectable()
export class DebateViews {
  constructor(
    @InjectModel(FairnessRecord.name) private readonly answers: Model<FairnessRecord>,
    private readonly organisation: Organisation,
    private readonly citizens: Citizens,
    private readonly comments: Comments,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  /** As lists show them: what a conclusion names, and the proposals, are told on the page of one. */
  async of(debates: readonly Debate[], viewer: Citizen | null): Promise<Shown[]> {
    const [city, people] = await Promise.all([this.organisation.city(), this.citizens.cards(debates.filter(({ byDepartmentId }) => byDepartmentId === null).map(({ authorId }) => authorId))]);
    const now = this.clock.now();
    return debates.map((debate) => {
      const opener = { name: debate.byDepartmentId === null ? (people.get(debate.authorId)?.name ?? '') : '', department: label(city.departments, debate.byDepartmentId) };
      return { ...shown(debate, city, now), opener, conclusion: conclusionFor(debate, viewer), proposals: [], verdict: isOpener(debate, viewer) ? debate.verdict : null, mine: allowed(debate, city, { viewer, now }) };
    });
  }

  async one(debate: Debate, viewer: Citizen | null): Promise<Shown> {
    const [view] = await this.of([debate], viewer);
    if (!view) throw new Error('a view for each debate');
    const [heard, proposals, said, spoke] = await Promise.all([this.heardBy(debate), this.proposalsOf(debate), this.saidBy(debate, viewer), this.spoke(debate, viewer)]);
    return {
      ...view, proposals,
      conclusion: view.conclusion && { ...view.conclusion, heard },
      mine: { ...view.mine, fairness: said, canSayFairness: debate.stage === 'concluded' && !view.mine.isOpener && spoke },
    };
  }

  async saved(debate: Debate, viewer: Citizen): Promise<DebateSaved> {
    return { __typename: 'DebateSaved', debate: await this.one(debate, viewer), waits: debate.visibility === 'waiting' || debate.conclusion?.visibility === 'waiting' };
  }

  /** One that is not public any more keeps its place and its side, without its words and who wrote them. */
  private async heardBy({ _id, conclusion }: Debate): Promise<HeardArgument[]> {
    const named = conclusion?.heard ?? [];
    if (named.length === 0) return [];
    const found = new Map((await this.comments.argumentsOf(subjectOf(_id), named.map(({ id }) => id))).map((one) => [one.id, one]));
    const people = await this.citizens.cards([...found.values()].map(({ authorId }) => authorId));
    return named.map(({ id, alignment }) => {
      const quoted = found.get(id);
      return { id, alignment, text: quoted?.text ?? null, author: people.get(quoted?.authorId ?? '')?.name ?? '', path: `${debatePath(_id)}#comment-${id}` };
    });
  }

  private async proposalsOf({ proposalIds }: Debate) {
    const cards = await this.subjects.cards(proposalIds.map((id) => ({ kind: 'proposal', id })));
    return [...cards.values()].filter(({ isPublic }) => isPublic).map(({ id, title, path }) => ({ id, title, path }));
  }

  private async saidBy({ _id }: Debate, viewer: Citizen | null) {
    return viewer ? ((await this.answers.findById(fairnessId(_id, viewer)).lean<FairnessRecord>().exec())?.fairness ?? null) : null;
  }

  private async spoke({ _id, stage }: Debate, viewer: Citizen | null): Promise<boolean> {
    return viewer !== null && stage === 'concluded' && this.comments.hasSpoken(viewer.id, subjectOf(_id));
  }
}

function shown(debate: Debate, city: City, now: Date) {
  const { _id: id, title, text, categoryId, districtId, departmentId, visibility, people, argumentsFor, argumentsAgainst, createdAt, openedAt, endsAt, days, lastSaidAt, concludedAt, answer, fairness, isDemo, revision } = debate;
  return {
    id, title, text, visibility, people, argumentsFor, argumentsAgainst, createdAt, openedAt, endsAt, days, lastSaidAt, concludedAt, fairness, isDemo, revision,
    html: prose(text), path: debatePath(id), stage: stageAt(debate, now),
    category: label(city.categories, categoryId), district: label(city.districts, districtId), department: label(city.departments, answering(city, departmentId, categoryId)),
    answer: answer && { text: answer.text, html: prose(answer.text), department: label(city.departments, answer.departmentId), at: answer.at },
  };
}

function allowed(debate: Debate, city: City, { viewer, now }: { viewer: Citizen | null; now: Date }): MyDebatePart {
  const own = isOpener(debate, viewer);
  return {
    isOpener: own,
    canCorrect: own && correctRefusal(debate) === null,
    canWithdraw: own && debate.visibility !== 'withdrawn' && withdrawRefusal(debate) === null,
    canConclude: own && concludeRefusal(debate, now) === null,
    canAnswer: mayAnswer(debate, answering(city, debate.departmentId, debate.categoryId), viewer),
    canSayFairness: false,
    fairness: null,
  };
}

/** What is not public is read by who opened the debate alone. */
function conclusionFor(debate: Debate, viewer: Citizen | null): DebateConclusion | null {
  const { conclusion } = debate;
  if (!conclusion) return null;
  const own = isOpener(debate, viewer);
  return conclusion.visibility === 'public' || own ? conclusionView(conclusion, own) : null;
}

function conclusionView({ text, visibility, writtenAt, publishedAt, verdict }: Conclusion, own: boolean): DebateConclusion {
  return { text, html: prose(text), heard: [], visibility, writtenAt, publishedAt, verdict: own ? verdict : null };
}

function label(all: readonly { id: string; name: Localized }[], id: string | null): DebateLabel | null {
  const found = all.find((one) => one.id === id);
  return found ? { id: found.id, name: found.name } : null;
}
