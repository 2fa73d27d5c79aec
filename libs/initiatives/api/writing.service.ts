import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import {
  type DiscardInitiativeResult, initiativeDraft, type InitiativeDraftInput, initiativeId, type InitiativeInvitation, initiativePublic, type InitiativeResult, type MutationSaveInitiativeArgs, type SaveInitiativeResult,
  statementOf, withdrawInput,
} from '@isegoria/initiatives/contracts';
import { Clock, isThere, Limits, newSecret, oneLine, plain, terms, unheard } from '@isegoria/kernel/api';
import { afterDays, problemsOf } from '@isegoria/kernel/contracts';
import { digest } from '@isegoria/ledger/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { Ballots } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { ballotIdOf } from './signing/initiative-ballot';
import type { Terms } from './initiative-kind.schema';
import { InitiativeViews } from './initiative-views';
import { Initiative } from './initiative.schema';
import { canCorrect, canWithdraw, draftsKept, isPromoter, joinRefusal, mayRead, missing, promoterRefusal } from './initiatives.rules';
import { Kinds } from './kinds.service';
import { Moves } from './moves';
import { invalid, noInitiative, refuse } from './refusals';

const saving = { points: 120, seconds: 60 };
const joining = { points: 30, seconds: 3600 };

type Fields = Pick<Initiative, 'title' | 'text' | 'why' | 'categoryId' | 'districtId' | 'terms'>;

/** What citizens do with an initiative: its author writes it, promoters say yes, it is sent, it is taken back. */
@Injectable()
export class Writing {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    private readonly kinds: Kinds,
    private readonly moves: Moves,
    private readonly views: InitiativeViews,
    private readonly organisation: Organisation,
    private readonly citizens: Citizens,
    private readonly ballots: Ballots,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async save(citizen: Citizen, { id, revision, input }: MutationSaveInitiativeArgs): Promise<SaveInitiativeResult> {
    const tooMany = await this.limits.take('initiative-drafts', citizen.id, saving);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    const problems = [...problemsOf(initiativeId, id).map((problem) => ({ ...problem, field: 'id' })), ...problemsOf(initiativeDraft, input)];
    if (problems.length > 0) return invalid(problems);
    const before = await this.moves.find(id);
    if (before && before.authorId !== citizen.id) return noInitiative;
    if (before && before.stage !== 'draft') return refuse('fixed');
    // What it was started with it keeps, until its author chooses another kind.
    const asks = before?.asks.kindId === input.kindId ? before.asks : await this.kinds.open(input.kindId);
    if (!asks) return refuse('retired');
    const refused = promoterRefusal(citizen, asks.minimumAge, this.clock.now());
    if (refused) return refuse(refused);
    const unknown = await this.organisation.unknown(input);
    if (unknown.length > 0) return invalid(unknown);
    if (!before) return this.begin(citizen, id, { asks, ...fieldsOf(input) });
    return this.rewriteDraft(citizen, before, { revision, fields: { asks, ...fieldsOf(input) } });
  }

  async discard(citizen: Citizen, id: string): Promise<DiscardInitiativeResult> {
    const { deletedCount } = await this.initiatives.deleteOne({ _id: String(id), authorId: citizen.id, stage: 'draft', refusals: { $size: 0 } }).exec();
    if (deletedCount === 1) return { __typename: 'InitiativeDiscarded', id };
    const there = await this.moves.find(id);
    return there && isPromoter(there, citizen) ? refuse('fixed') : noInitiative;
  }

  /** Fixes the text. Who is asked from now on says yes to these words. */
  async call(citizen: Citizen, id: string): Promise<InitiativeResult> {
    const before = await this.own(citizen, id);
    if (!before) return noInitiative;
    if (before.stage === 'promoters') return this.saved(before, citizen);
    if (before.stage !== 'draft') return refuse('fixed');
    const problems = problemsOf(initiativePublic, { ...before, categoryId: before.categoryId ?? '', scope: before.asks.scope });
    if (problems.length > 0) return invalid(problems);
    const set = { invitation: newSecret(), digest: digest(statementOf({ kind: before.asks.name.el, ...before })) };
    return this.after(await this.moves.make(before, { to: 'promoters', set }), citizen, () => this.call(citizen, id));
  }

  /** Back to the draft, from the promoters or from a refusal: the author alone stays, and asks the others anew. */
  async rewrite(citizen: Citizen, id: string): Promise<InitiativeResult> {
    const before = await this.own(citizen, id);
    if (!before) return noInitiative;
    if (before.stage === 'draft') return this.saved(before, citizen);
    if (before.stage !== 'promoters' && !canCorrect(before)) return refuse(before.stage === 'refused' ? 'last_try' : 'fixed');
    const set = { promoters: before.promoters.filter(({ citizenId }) => citizenId === citizen.id), invitation: null, digest: null, submittedAt: null };
    return this.after(await this.moves.make(before, { to: 'draft', set }), citizen, () => this.rewrite(citizen, id));
  }

  async invitation(citizen: Citizen | null, invitation: string): Promise<InitiativeInvitation | null> {
    const initiative = await this.byInvitation(invitation);
    if (!initiative) return null;
    return { initiative: await this.views.one(initiative, citizen), reason: citizen ? joinRefusal(initiative, citizen, this.clock.now()) : 'sign_in' };
  }

  /** Of two who take the last place at once, one is told that it is taken. */
  async join(citizen: Citizen, invitation: string): Promise<InitiativeResult> {
    const tooMany = await this.limits.take('initiative-joining', citizen.id, joining);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    const before = await this.byInvitation(invitation);
    if (!before) return noInitiative;
    if (isPromoter(before, citizen)) return this.saved(before, citizen);
    const now = this.clock.now();
    const refused = joinRefusal(before, citizen, now);
    if (refused) return refuse(refused);
    const joined = await this.moves.make(before, { to: 'promoters', push: { promoters: { citizenId: citizen.id, at: now } } });
    return this.after(joined, citizen, () => this.join(citizen, invitation));
  }

  async leave(citizen: Citizen, id: string): Promise<InitiativeResult> {
    const before = await this.moves.find(id);
    if (!before || !isPromoter(before, citizen)) return noInitiative;
    if (before.stage !== 'promoters' || before.authorId === citizen.id) return refuse('fixed');
    const left = await this.moves.make(before, { to: 'promoters', set: { promoters: before.promoters.filter(({ citizenId }) => citizenId !== citizen.id) } });
    return this.after(left, citizen, () => this.leave(citizen, id));
  }

  async submit(citizen: Citizen, id: string): Promise<InitiativeResult> {
    const before = await this.own(citizen, id);
    if (!before) return noInitiative;
    if (before.stage === 'submitted') return this.saved(before, citizen);
    if (before.stage !== 'promoters') return refuse('fixed');
    if (missing(before) > 0 || !(await this.areAllHere(before))) return refuse('promoters');
    const at = this.clock.now();
    const told = unheard('initiative.submitted', { id: before._id, title: before.title, dueAt: afterDays(at, before.asks.checkDays), at });
    return this.after(await this.moves.make(before, { to: 'submitted', set: { submittedAt: at, invitation: null }, told }), citizen, () => this.submit(citizen, id));
  }

  async withdraw(citizen: Citizen, id: string, reason: string): Promise<InitiativeResult> {
    const before = await this.moves.find(id);
    if (!before || !isPromoter(before, citizen)) return noInitiative;
    if (before.stage === 'withdrawn') return this.saved(before, citizen);
    if (!canWithdraw(before.stage)) return refuse('over');
    const problems = problemsOf(withdrawInput, { reason });
    if (problems.length > 0) return invalid(problems);
    const withdrawal = { reason: plain(reason), at: this.clock.now() };
    const told = unheard('initiative.withdrawn', { id: before._id, title: before.title, ...withdrawal });
    const withdrawn = await this.moves.make(before, { to: 'withdrawn', set: { withdrawal }, told });
    if (withdrawn?.opensAt) await this.ballots.close(ballotIdOf(id));
    return this.after(withdrawn, citizen, () => this.withdraw(citizen, id, reason));
  }

  private async own(citizen: Citizen, id: string): Promise<Initiative | null> {
    const found = await this.moves.find(id);
    return found?.authorId === citizen.id ? found : null;
  }

  private byInvitation(invitation: string): Promise<Initiative | null> {
    return this.initiatives.findOne({ invitation: String(invitation), stage: 'promoters' }).lean<Initiative>().exec();
  }

  /** Who left the city since carries nothing. */
  private async areAllHere({ promoters }: Initiative): Promise<boolean> {
    const people = await Promise.all(promoters.map(({ citizenId }) => this.citizens.find(citizenId)));
    return people.every((citizen) => citizen !== null);
  }

  private async begin(citizen: Citizen, id: string, fields: Fields & { asks: Terms }): Promise<SaveInitiativeResult> {
    if ((await this.initiatives.countDocuments({ authorId: citizen.id, stage: { $in: ['draft', 'promoters'] } })) >= draftsKept) return refuse('too_many_drafts');
    const now = this.clock.now();
    try {
      await this.initiatives.create({ _id: id, stage: 'draft', ...fields, authorId: citizen.id, promoters: [{ citizenId: citizen.id, at: now }], revision: 1, createdAt: now, touchedAt: now });
    } catch (error) {
      // The same first save, sent again; or somebody else's id.
      if (!isThere(error)) throw error;
      const there = await this.own(citizen, id);
      return there ? { __typename: 'InitiativeDraftSaved', id, revision: there.revision, savedAt: there.touchedAt } : noInitiative;
    }
    return { __typename: 'InitiativeDraftSaved', id, revision: 1, savedAt: now };
  }

  private async rewriteDraft(citizen: Citizen, before: Initiative, { revision, fields }: { revision?: number | null; fields: Fields & { asks: Terms } }): Promise<SaveInitiativeResult> {
    if (isSame(before, fields)) return { __typename: 'InitiativeDraftSaved', id: before._id, revision: before.revision, savedAt: before.touchedAt };
    const saved = before.revision === revision ? await this.moves.make(before, { to: 'draft', set: fields }) : null;
    if (saved) return { __typename: 'InitiativeDraftSaved', id: saved._id, revision: saved.revision, savedAt: saved.touchedAt };
    const there = (await this.moves.find(before._id)) ?? before;
    return there.stage === 'draft' ? { __typename: 'InitiativeDraftOvertaken', initiative: await this.views.one(there, citizen) } : refuse('fixed');
  }

  /** How it stands now; where somebody else moved it meanwhile, all is asked anew. */
  private async after(moved: Initiative | null, citizen: Citizen, again: () => Promise<InitiativeResult>): Promise<InitiativeResult> {
    return moved ? this.saved(moved, citizen) : again();
  }

  private async saved(initiative: Initiative, citizen: Citizen): Promise<InitiativeResult> {
    return mayRead(initiative, citizen) ? { __typename: 'InitiativeSaved', initiative: await this.views.one(initiative, citizen) } : noInitiative;
  }
}

function fieldsOf({ title, text, why, categoryId, districtId }: InitiativeDraftInput): Fields {
  const words = { title: oneLine(title), text: plain(text), why: plain(why) };
  return { ...words, categoryId: categoryId ?? null, districtId: districtId ?? null, terms: terms([words.title, words.text, words.why].join(' ')).slice(0, 1000) };
}

function isSame(before: Initiative, { asks, title, text, why, categoryId, districtId }: Fields & { asks: Terms }): boolean {
  return before.asks.kindId === asks.kindId && before.title === title && before.text === text && before.why === why && before.categoryId === categoryId && before.districtId === districtId;
}
