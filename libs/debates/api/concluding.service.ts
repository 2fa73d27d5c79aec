import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Comments } from '@isegoria/comments/api';
import { conclusionInput, type ConcludeDebateInput, debateAnswerInput, type DebateResult } from '@isegoria/debates/contracts';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { anyDate, Clock, eachLeft, invalid, Jobs, plain, refuse, unheard } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { DebateViews } from './debate-views';
import { type Conclusion, Debate } from './debate.schema';
import { concludeRefusal, heardProblems, isOpener, mayAnswer, mayRead, stageAt } from './debates.rules';
import { conclusionOf, Moves, subjectOf } from './moves';
import { noDebate, Writing } from './writing.service';

const lookMs = 15_000;

/** How a debate ends: its day comes, who opened it says what was concluded, the department in charge answers. */
@Injectable()
export class Concluding implements OnModuleInit {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    private readonly moves: Moves,
    private readonly views: DebateViews,
    private readonly writing: Writing,
    private readonly comments: Comments,
    private readonly organisation: Organisation,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('debates.end', lookMs, () => this.endDue());
  }

  async conclude(citizen: Citizen, id: string, input: ConcludeDebateInput): Promise<DebateResult> {
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const before = await this.moves.find(id);
    if (!before || !isOpener(before, citizen)) return noDebate;
    const at = this.clock.now();
    const text = plain(input.text);
    // The same conclusion sent again is one.
    if (before.conclusion && before.conclusion.visibility !== 'returned' && isSame(before.conclusion, text, input.heard)) return this.views.saved(before, citizen);
    const refused = concludeRefusal(before, at);
    if (refused) return refuse(refused);
    const wrong = problemsOf(conclusionInput, { ...input, text });
    const named = wrong.some(({ field }) => field === 'heard') ? [] : await this.comments.argumentsOf(subjectOf(id), input.heard);
    const { for: FOR, against: AGAINST } = await this.comments.countsOf(subjectOf(id));
    const problems = wrong.length > 0 ? wrong : heardProblems(input.heard, named, { FOR, AGAINST });
    if (problems.length > 0) return invalid(problems);

    const isCitizens = before.byDepartmentId === null;
    const waits = isCitizens && ((await this.writing.room()).waits || before.conclusion?.visibility === 'returned');
    const conclusion: Conclusion = { text, heard: named.map(({ id: heard, alignment }) => ({ id: heard, alignment })), visibility: waits ? 'waiting' : 'public', byId: citizen.id, writtenAt: at, publishedAt: waits ? null : at, verdict: null, decidedAt: before.conclusion?.decidedAt ?? null };
    const submitted = unheard('contribution.submitted', { item: conclusionOf(id), authorId: citizen.id, title: before.title, text, mode: waits ? 'wait' : 'public', subject: subjectOf(id), at });
    // It is concluded about what was said: nothing more is, while it waits.
    const ended = stageAt(before, at) === 'open' ? { endsAt: at } : {};
    const set = waits ? { conclusion, ...ended, stage: 'ended' as const } : { conclusion, ...ended, ...concludedBy(conclusion, at) };
    const told = [...(isCitizens ? [submitted] : []), ...(waits ? [] : [concluded(before, at)])];
    const moved = await this.moves.make(before, set, told);
    return moved ? this.views.saved(moved, citizen) : this.conclude(citizen, id, input);
  }

  async answer(official: Citizen, id: string, written: string): Promise<DebateResult> {
    const before = await this.moves.find(id);
    if (!before || !mayRead(before, official)) return noDebate;
    const departmentId = await this.organisation.answering(before.departmentId, before.categoryId);
    if (!mayAnswer(before, departmentId, official)) return refuse(before.byDepartmentId === null ? 'department' : 'own');
    const text = plain(written);
    const problems = problemsOf(debateAnswerInput, { text });
    if (problems.length > 0) return invalid(problems);
    if (before.answer?.text === text) return this.views.saved(before, official);
    const at = this.clock.now();
    const answered = await this.moves.make(before, { answer: { text, departmentId, byId: official.id, at } }, [unheard('debate.answered', { id: before._id, title: before.title, departmentId, at })]);
    return answered ? this.views.saved(answered, official) : this.answer(official, id, written);
  }

  /** Those whose day has come are ended, and who opened them is asked to conclude. */
  async endDue(): Promise<void> {
    const at = this.clock.now();
    const due = await this.debates.find({ stage: 'open', endsAt: { $gt: anyDate, $lte: at } }).sort({ endsAt: 1 }).limit(100).lean<Debate[]>().exec();
    await eachLeft('debates', due, async (debate) => {
      const told = debate.visibility === 'public' ? [unheard('debate.ended', { id: debate._id, title: debate.title, at: debate.endsAt ?? at })] : [];
      await this.moves.make(debate, { stage: 'ended' }, told);
    });
  }
}

/** What becomes true of a debate when everyone may read its conclusion. */
export function concludedBy({ publishedAt }: Pick<Conclusion, 'publishedAt'>, at: Date): Pick<Debate, 'stage' | 'concludedAt'> {
  return { stage: 'concluded', concludedAt: publishedAt ?? at };
}

export const concluded = ({ _id: id, title }: Debate, at: Date) => unheard('debate.concluded', { id, title, at });

function isSame(before: Conclusion, text: string, heard: readonly string[]): boolean {
  return before.text === text && before.heard.length === new Set(heard).size && before.heard.every(({ id }) => heard.includes(id));
}
