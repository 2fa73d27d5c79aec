import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { Initiative as Shown, InitiativeLabel, InitiativeStage, InitiativeStep, MyInitiativePart } from '@isegoria/initiatives/contracts';
import { Clock } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { ballotIdOf, subjectOf } from './signing/initiative-ballot';
import { Initiative } from './initiative.schema';
import { canCorrect, canWithdraw, dueAt, isClerk, isEnough, isPromoter, missing, totalOf } from './initiatives.rules';
import { SheetRecord } from './signing/sheet.schema';
import { signatureId, SignatureRecord } from './signing/signature.schema';

const namesShown = 100;

/** Makes of what is stored what is shown. */
@Injectable()
export class InitiativeViews {
  constructor(
    @InjectModel(SignatureRecord.name) private readonly signatures: Model<SignatureRecord>,
    @InjectModel(SheetRecord.name) private readonly sheets: Model<SheetRecord>,
    private readonly organisation: Organisation,
    private readonly citizens: Citizens,
    private readonly clock: Clock,
  ) {}

  async of(initiatives: readonly Initiative[], viewer: Citizen | null): Promise<Shown[]> {
    const [{ categories, districts }, people, own, waiting] = await Promise.all([
      this.organisation.city(),
      this.citizens.cards(initiatives.flatMap(({ promoters }) => promoters.map(({ citizenId }) => citizenId))),
      this.ownOf(initiatives, viewer),
      this.waitingOf(initiatives),
    ]);
    const now = this.clock.now();
    return initiatives.map((initiative) => ({
      ...shown(initiative, viewer),
      category: label(categories, initiative.categoryId),
      district: label(districts, initiative.districtId),
      promoters: initiative.promoters.map(({ citizenId, at }) => ({ name: people.get(citizenId)?.name ?? '', isAuthor: citizenId !== '' && citizenId === initiative.authorId, since: at })),
      sheetsWaiting: waiting.get(initiative._id) ?? 0,
      shownNames: [],
      steps: stepsOf(initiative, now),
      mine: allowed(initiative, viewer, own.get(initiative._id)?.showsName ?? false),
    }));
  }

  async one(initiative: Initiative, viewer: Citizen | null): Promise<Shown> {
    const [view] = await this.of([initiative], viewer);
    if (!view) throw new Error('a view for each initiative');
    return { ...view, shownNames: await this.namesOf(initiative) };
  }

  /** By the names that they are known by here: the full one is for the roll alone. */
  private async namesOf({ _id, opensAt }: Initiative): Promise<string[]> {
    if (!opensAt) return [];
    const found = await this.signatures.find({ initiativeId: _id, showsName: true }, { citizenId: 1 }).sort({ signedAt: -1 }).limit(namesShown).lean<Pick<SignatureRecord, 'citizenId'>[]>().exec();
    const people = await this.citizens.cards(found.map(({ citizenId }) => citizenId));
    return found.flatMap(({ citizenId }) => people.get(citizenId)?.name || []);
  }

  private async ownOf(initiatives: readonly Initiative[], viewer: Citizen | null): Promise<Map<string, SignatureRecord>> {
    if (!viewer) return new Map();
    const found = await this.signatures.find({ _id: { $in: initiatives.map(({ _id }) => signatureId(_id, viewer.id)) } }).lean<SignatureRecord[]>().exec();
    return new Map(found.map((record) => [record.initiativeId, record]));
  }

  private async waitingOf(initiatives: readonly Initiative[]): Promise<Map<string, number>> {
    const ids = initiatives.filter(({ stage }) => stage === 'collecting').map(({ _id }) => _id);
    const counts = new Map<string, number>();
    if (ids.length === 0) return counts;
    for (const { initiativeId } of await this.sheets.find({ initiativeId: { $in: ids }, valid: null }, { initiativeId: 1 }).lean<SheetRecord[]>().exec()) counts.set(initiativeId, (counts.get(initiativeId) ?? 0) + 1);
    return counts;
  }
}

export const initiativePath = (id: string): string => `/initiatives/${id}`;

function shown(initiative: Initiative, viewer: Citizen | null) {
  const { _id: id, stage, asks, title, text, why, digest, invitation, signatures: online, paper, createdAt, submittedAt, opensAt, closesAt, reachedAt, handedInAt, refusals, check, sitting, answer, withdrawal, verdict, isHidden, isDemo, revision } = initiative;
  const isTheirs = isPromoter(initiative, viewer);
  const refusal = refusals.at(-1);
  return {
    id, stage, terms: asks, title, text, why, digest, createdAt, submittedAt, opensAt, closesAt, reachedAt, handedInAt, check, sitting, answer, withdrawal, isHidden, isDemo, revision,
    subject: subjectOf(id), ballotId: ballotIdOf(id), path: initiativePath(id),
    promotersMissing: missing(initiative),
    invitation: stage === 'promoters' && missing(initiative) > 0 && viewer?.id === initiative.authorId ? invitation : null,
    signatures: { online, paper, total: totalOf(initiative) },
    dueAt: dueAt(initiative),
    // Who reads it here is a promoter or a clerk, or it was admitted in the end and everyone knows it.
    refusal: stage === 'refused' && refusal ? { grounds: refusal.grounds, words: refusal.words, at: refusal.at } : null,
    isLastTry: refusals.length > 0,
    verdict: isTheirs ? verdict : null,
  };
}

function allowed(initiative: Initiative, viewer: Citizen | null, showsName: boolean): MyInitiativePart {
  const { stage, authorId, isHidden } = initiative;
  const isTheirs = isPromoter(initiative, viewer);
  const isAuthor = viewer !== null && viewer.id === authorId;
  // Nobody decides on their own.
  const keeps = isClerk(viewer) && !isTheirs;
  return {
    isAuthor, showsName,
    isPromoter: isTheirs,
    canEdit: isAuthor && stage === 'draft',
    canCall: isAuthor && stage === 'draft',
    canSubmit: isAuthor && stage === 'promoters' && missing(initiative) === 0,
    canHandIn: isTheirs && stage === 'collecting' && !isHidden && isEnough(initiative),
    canWithdraw: isTheirs && canWithdraw(stage),
    canCorrect: isAuthor && (stage === 'promoters' || canCorrect(initiative)),
    canDecide: keeps && stage === 'submitted',
    canCount: keeps && stage === 'collecting',
    canVerify: keeps && stage === 'handedIn',
    canAnswer: keeps && (stage === 'verified' || stage === 'scheduled' || stage === 'answered'),
  };
}

/** What was done and what is to come, in order. Where it ended early, the end stands in the place of the rest. */
export function stepsOf(initiative: Initiative, now: Date): InitiativeStep[] {
  const { stage, createdAt, submittedAt, opensAt, closesAt, handedInAt, check, sitting, answer, asks } = initiative;
  const isEnoughValid = check !== null && check.valid >= asks.needed;
  const due = dueAt(initiative);
  const duty = (name: InitiativeStage, owing: readonly InitiativeStage[]) => ({ name, until: owing.includes(stage) ? due : null });
  const all: { name: InitiativeStage; done: Date | null; until: Date | null }[] = [
    { name: 'promoters', done: createdAt, until: null },
    { name: 'submitted', done: submittedAt, until: null },
    { ...duty('collecting', ['submitted']), done: opensAt },
    { name: 'handedIn', done: handedInAt, until: stage === 'collecting' ? closesAt : null },
    { ...duty('verified', ['handedIn']), done: isEnoughValid ? check.at : null },
    { name: 'scheduled', done: sitting?.at ?? null, until: null },
    { ...duty('answered', ['verified', 'scheduled']), done: answer?.at ?? null },
  ];
  const end = endOf(initiative);
  // What ended goes no further, and what the council answered without a sitting of this site has had none.
  const told = all.filter(({ name, done }) => done || (!end && !(name === 'scheduled' && stage === 'answered')));
  const steps = told.map(({ name, done, until }) => ({ stage: name, at: done ?? until, isDone: done !== null, isLate: !done && until !== null && name !== 'handedIn' && until < now }));
  return end ? [...steps, { stage, at: end, isDone: true, isLate: false }] : steps;
}

/** When it ended without an answer; null where it did not. */
function endOf({ stage, withdrawal, refusals, check, closesAt }: Initiative): Date | null {
  if (stage === 'withdrawn') return withdrawal?.at ?? null;
  if (stage === 'refused') return refusals.at(-1)?.at ?? null;
  return stage === 'short' ? (check?.at ?? closesAt) : null;
}

function label(all: readonly { id: string; name: Localized }[], id: string | null): InitiativeLabel | null {
  const found = all.find((one) => one.id === id);
  return found ? { id: found.id, name: found.name } : null;
}
