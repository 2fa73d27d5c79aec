import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, plain, Unheard, unheard } from '@isegoria/kernel/api';
import { Organisation } from '@isegoria/organisation/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { type AnswerFields, answerInput, type AnswerInput, type AnswerProposalResult } from '@isegoria/proposals/contracts';
import { Announcer } from '@isegoria/realtime/api';
import { ProposalLists } from './proposal-lists';
import { ProposalViews } from './proposal-view';
import { type AnswerRecord, answersKept, Proposal } from './proposal.schema';
import { answerProblems, answerRefusal, answersFor, stepDayOf } from './proposals.rules';
import { noSuchProposal } from './refusals';
import { move } from './standing';

/** A department answers in public, and everyone who stands behind the proposal is told. */
@Injectable()
export class Answers implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly organisation: Organisation,
    private readonly views: ProposalViews,
    private readonly lists: ProposalLists,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.proposals);
  }

  async answer(official: Citizen, id: string, input: AnswerInput): Promise<AnswerProposalResult> {
    const seen = await this.proposals.findById(String(id)).lean<Proposal>().exec();
    const departmentId = seen && (await this.organisation.answering(seen.departmentId, seen.category));
    if (!seen || !answersFor(official, departmentId) || seen.publication === 'draft') return noSuchProposal('answer', official.id, id);
    const now = this.clock.now();
    const fields = cleaned(input);
    const problems = [...problemsOf(answerInput, fields), ...answerProblems(fields, now)];
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const last = seen.answers.at(-1);
    const refused = answerRefusal(seen, fields.status);
    if (!refused && isSaidAlready(last, fields)) return { __typename: 'ProposalAnswered', proposal: await this.views.one(seen, official) };
    if (refused !== 'not_public' && isUnread(last, input)) return { __typename: 'NotAllowed', reason: 'answered_meanwhile' };
    if (refused) return { __typename: 'NotAllowed', reason: refused };

    const answer = recordOf(fields, departmentId, official.id, now);
    const { _id, title } = seen;
    const told = unheard('proposal.answered', { id: _id, title, departmentId, status: fields.status, at: now });
    const push = { $push: { answers: { $each: [answer], $slice: -answersKept }, unheard: told } };
    const answered = await move(this.proposals, seen, { answered: fields.status }, { answeredAt: now, activeAt: now, touchedAt: now, stepDay: stepDayOf(fields) }, push);
    if (!answered) return this.answer(official, id, input);
    this.lists.changed();
    await this.unheard.tell(this.proposals, _id);
    await this.announcer.announce({ kind: 'proposal', id: _id }, 'answered', { status: fields.status });
    return { __typename: 'ProposalAnswered', proposal: await this.views.one(answered, official) };
  }
}

function cleaned({ status, text, nextStep, nextStepAt, cost }: AnswerInput): AnswerFields {
  return { status, text: plain(text), nextStep: plain(nextStep ?? '') || null, nextStepAt: nextStepAt ?? null, cost: cost ?? null };
}

function recordOf({ status, text, nextStep, nextStepAt, cost }: AnswerFields, departmentId: string | null, byId: string, at: Date): AnswerRecord {
  return { status, text, nextStep: nextStep ?? null, nextStepAt: nextStepAt ?? null, cost: cost ?? null, departmentId, byId, at };
}

/** A form that was sent twice says the same twice; it is one answer. */
function isSaidAlready(last: AnswerRecord | undefined, said: AnswerFields): boolean {
  if (!last || last.status !== said.status || last.text !== said.text || last.nextStep !== said.nextStep || last.cost !== said.cost) return false;
  return last.nextStepAt?.getTime() === said.nextStepAt?.getTime();
}

/** Whether the newest answer is not the one that the official had before them. */
function isUnread(last: AnswerRecord | undefined, { after }: AnswerInput): boolean {
  return after !== undefined && (after?.getTime() ?? null) !== (last?.at.getTime() ?? null);
}
