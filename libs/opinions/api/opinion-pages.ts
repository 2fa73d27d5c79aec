import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Kept, type SubjectCard, Subjects, titlesOf } from '@isegoria/kernel/api';
import { parseSubject, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import type { Opinions, OpinionStanding, OpinionStatement } from '@isegoria/opinions/contracts';
import { AnswerLog } from './answer-log';
import type { KeptMap } from './kept-map';
import { drawNext, dueWeight } from './method/next-statement';
import { placeOf } from './method/opinion-map';
import { seeded } from '@isegoria/kernel/contracts';
import { LatestRecord, MapRecord, StatementRecord } from './opinion.schema';
import { answerOf, modeOf, refusalToSpeak } from './opinions.rules';
import { opinionsEnv } from './opinions.env';
import { personKey } from './person-key';

interface Ground {
  card: SubjectCard | null;
  statements: StatementRecord[];
  numberOf: Map<string, number>;
  kept: KeptMap | null;
}

const mostGiven = 100;
const keptMs = 1000;
const mostSubjects = 200;
const mostStatements = 100_000;

/** Reading: what everybody sees is remembered for a second, with the reader's own answers laid over it. */
@Injectable()
export class OpinionPages {
  private readonly grounds = new Map<string, Kept<Ground>>();
  /** What a statement is about never changes. */
  private readonly subjectOf = new Map<string, string>();

  constructor(
    @InjectModel(StatementRecord.name) private readonly statements: Model<StatementRecord>,
    @InjectModel(MapRecord.name) private readonly maps: Model<MapRecord>,
    private readonly log: AnswerLog,
    private readonly subjects: Subjects,
  ) {}

  async opinions(subject: Subject, citizen: Citizen | null): Promise<Opinions | null> {
    const key = subjectKey(subject);
    const { card } = await this.ground(key);
    if (!card?.isPublic) return null;
    const person = citizen && personKey(citizen.personId, key);
    const [ground, said, mine] = await Promise.all([this.ground(key), person ? this.log.of(key, person) : [], citizen ? this.unseenOf(citizen.id, key) : []]);
    const byId = new Map(ground.statements.map((record) => [record._id, record]));
    const answers = said.filter(({ statementId }) => byId.has(statementId));
    const answered = new Set(answers.map(({ statementId }) => statementId));
    const given = answers.slice(0, mostGiven).flatMap(({ statementId, value }) => {
      const record = byId.get(statementId);
      return record ? [{ ...statementView(record, citizen?.id ?? null), answer: answerOf(value) }] : [];
    });
    return {
      __typename: 'Opinions',
      subject,
      title: titlesOf(card),
      path: card.path,
      open: refusalToSpeak(card) === null,
      waits: modeOf(card) === 'wait',
      statements: ground.statements.length,
      answered: answers.length,
      next: next(ground, answered, { reader: person ?? key, readerId: citizen?.id ?? null }),
      given,
      mine,
      groupMinimum: opinionsEnv.OPINIONS_GROUP_MINIMUM,
      map: ground.kept && { __typename: 'OpinionMap', ...ground.kept.shown },
      standing: standing(ground, said),
    };
  }

  /** A public statement with its subject as they stood a moment ago: what an answer needs to know, most often without asking the store. Null where there is none. */
  async spoken(id: string): Promise<{ record: StatementRecord; card: SubjectCard | null } | null> {
    const key = this.subjectOf.get(id) ?? (await this.statements.findById(id, { subject: 1 }).lean<Pick<StatementRecord, 'subject'>>().exec())?.subject;
    if (!key) return null;
    if (this.subjectOf.size >= mostStatements) this.subjectOf.clear();
    this.subjectOf.set(id, key);
    const { statements, card } = await this.ground(key);
    const record = statements.find(({ _id }) => _id === id) ?? (await this.statements.findOne({ _id: id, visibility: 'public' }).lean<StatementRecord>().exec());
    return record && { record, card };
  }

  forget(key: string): void {
    this.grounds.get(key)?.drop();
  }

  private ground(key: string): Promise<Ground> {
    const known = this.grounds.get(key);
    if (known) return known.get();
    if (this.grounds.size >= mostSubjects) this.grounds.clear();
    const made = new Kept(() => this.read(key), keptMs);
    this.grounds.set(key, made);
    return made.get();
  }

  private async read(key: string): Promise<Ground> {
    const subject = parseSubject(key);
    const [card, statements, map] = await Promise.all([
      subject && this.subjects.card(subject),
      this.statements.find({ subject: key, visibility: 'public' }).sort({ _id: 1 }).limit(10_000).lean<StatementRecord[]>().exec(),
      this.maps.findById(key).lean<MapRecord>().exec(),
    ]);
    return { card, statements, numberOf: new Map((map?.statements ?? []).map((id, number) => [id, number])), kept: (map?.kept as KeptMap | null | undefined) ?? null };
  }

  private async unseenOf(authorId: string, subject: string): Promise<OpinionStatement[]> {
    const records = await this.statements.find({ subject, authorId, visibility: { $in: ['waiting', 'returned', 'hidden'] } }).sort({ _id: -1 }).limit(20).lean<StatementRecord[]>().exec();
    return records.map((record) => statementView(record, authorId));
  }
}

/** A statement as this reader sees it. */
export function statementView({ _id: id, text, visibility, authorId, verdict }: StatementRecord, readerId: string | null): OpinionStatement {
  const mine = authorId === readerId;
  // What was written before moderators' reasons were kept here has none.
  const decision = mine && verdict ? { __typename: 'OpinionDecision' as const, ...verdict } : null;
  return { __typename: 'OpinionStatement', id, text, visibility, mine, answer: null, decision };
}

/** Drawn by what is due to each statement; a reader who comes back without an answer finds the same one. */
function next({ statements, numberOf, kept }: Ground, answered: Set<string>, { reader, readerId }: { reader: string; readerId: string | null }): OpinionStatement | null {
  const open = statements.filter(({ _id }) => !answered.has(_id));
  const counts = new Map((kept?.shown.findings ?? []).map((finding) => [finding.statement, finding]));
  const weights = open.map(({ _id }) => {
    const { agrees, disagrees, passes } = counts.get(_id) ?? { agrees: 0, disagrees: 0, passes: 0 };
    return dueWeight({ agrees, passes, seen: agrees + disagrees + passes, extremity: kept?.extremities[numberOf.get(_id) ?? -1] ?? 0 });
  });
  const record = open[drawNext(weights, seeded(seedOf(`${reader}|${answered.size}`))) ?? -1];
  return record ? statementView(record, readerId) : null;
}

/** Where the reader stands, from their answers and the map of the moment: at once, without drawing it anew. */
function standing({ kept, numberOf }: Ground, said: LatestRecord[]): OpinionStanding | null {
  if (!kept || kept.shown.points.length === 0) return null;
  const answers = said.flatMap(({ statementId, value }) => {
    const statement = numberOf.get(statementId);
    return statement === undefined ? [] : [{ statement, value }];
  });
  const place = placeOf(answers, { means: Float64Array.from(kept.means), axes: [Float64Array.from(kept.axes[0]), Float64Array.from(kept.axes[1])], out: new Set(kept.out) });
  if (!place) return null;
  const distance = (at: number) => Math.hypot(place.x - (kept.groups.centres[at]?.x ?? 0), place.y - (kept.groups.centres[at]?.y ?? 0));
  const nearest = kept.groups.centres.reduce((best, _, at) => (distance(at) < distance(best) ? at : best), 0);
  return { __typename: 'OpinionStanding', ...place, group: kept.shown.groups.length > 0 ? (kept.groups.names[nearest] ?? -1) : -1 };
}

function seedOf(text: string): number {
  let seed = 2_166_136_261;
  for (const letter of text) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return seed >>> 0;
}
