import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type DatedMoment, idsOfKind, Threads } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Choice } from './choices/choice.schema';
import { Decision } from './decisions/decision.schema';
import { DecisionVersion } from './decisions/decision-version.schema';
import { Reply } from './replies/reply.schema';

const act = (id: string): Subject => ({ kind: 'decision', id });
const choiceOf = (id: string): Subject => ({ kind: 'choice', id });

const WORDS = {
  published: { el: 'Αναρτήθηκε', en: 'Published' },
  corrected: { el: 'Διορθώθηκε', en: 'Corrected' },
  revoked: { el: 'Ανακλήθηκε', en: 'Revoked' },
  opened: { el: 'Άνοιξε για αξιολόγηση', en: 'Opened for evaluation' },
  delivered: { el: 'Η υπηρεσία είπε ότι παραδόθηκε', en: 'The department said that it is delivered' },
  second: { el: 'Δεύτερος γύρος αξιολόγησης: πώς πήγε στην πράξη;', en: 'Second round of evaluation: how did it turn out?' },
  replied: { el: 'Η υπηρεσία απάντησε', en: 'The department replied' },
  due: { el: 'Προθεσμία υπόσχεσης', en: 'A promise is due' },
  kept: { el: 'Η υπόσχεση τηρήθηκε', en: 'The promise was kept' },
  dissolved: { el: 'Οι πράξεις χωρίστηκαν ξανά', en: 'The acts were split again' },
} satisfies Record<string, Localized>;

/** This slice's part of the thread from idea to act to delivery: acts, choices, rounds and replies. */
@Injectable()
export class EvaluationThread implements OnModuleInit {
  constructor(
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
    @InjectModel(DecisionVersion.name) private readonly versions: Model<DecisionVersion>,
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
    @InjectModel(Reply.name) private readonly replies: Model<Reply>,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    this.threads.register('evaluations', { moments: (subjects) => this.moments(subjects), links: (subjects) => this.links(subjects) });
  }

  /** An act with its choice, a choice with its acts and with what it answers; asked from either end. */
  private async links(subjects: readonly Subject[]): Promise<[Subject, Subject][]> {
    const choiceIds = idsOfKind(subjects, 'choice');
    const answers = subjects.filter(({ kind }) => kind === 'proposal' || kind === 'project').map(({ kind, id }) => ({ links: { $elemMatch: { kind, id } } }));
    const own = [{ _id: { $in: choiceIds } }, ...answers];
    const [acts, choices] = await Promise.all([
      this.decisions.find({ choiceId: { $ne: null }, $or: [{ _id: { $in: idsOfKind(subjects, 'decision') } }, { choiceId: { $in: choiceIds } }] }, { choiceId: 1 }).limit(300).lean<Decision[]>().exec(),
      this.choices.find({ $or: own }, { links: 1 }).limit(100).lean<Choice[]>().exec(),
    ]);
    const ofActs = acts.flatMap(({ _id, choiceId }): [Subject, Subject][] => (choiceId ? [[choiceOf(choiceId), act(_id)]] : []));
    return [...ofActs, ...choices.flatMap(({ _id, links }) => links.map(({ kind, id }): [Subject, Subject] => [choiceOf(_id), { kind, id }]))];
  }

  private async moments(subjects: readonly Subject[]): Promise<DatedMoment[]> {
    const [acts, choices] = [idsOfKind(subjects, 'decision'), idsOfKind(subjects, 'choice')];
    const [decisions, versions, found, replies] = await Promise.all([
      this.decisions.find({ _id: { $in: acts } }).lean<Decision[]>().exec(),
      this.versions.find({ decisionId: { $in: acts } }).sort({ at: 1, _id: 1 }).limit(500).lean<DecisionVersion[]>().exec(),
      this.choices.find({ _id: { $in: choices } }).lean<Choice[]>().exec(),
      this.replies.find({ 'subject.id': { $in: [...acts, ...choices] } }).limit(300).lean<Reply[]>().exec(),
    ]);
    return [...versions.map((version, at) => versionMoment(version, versions.findIndex(({ decisionId }) => decisionId === version.decisionId) === at)),
      ...decisions.flatMap((decision) => (decision.choiceId ? [] : roundMoments(act(decision._id), decision))),
      ...found.flatMap((choice) => [...roundMoments(choiceOf(choice._id), choice), ...dated(choiceOf(choice._id), 'dissolved', choice.dissolvedAt)]),
      ...replies.flatMap(replyMoments)];
  }
}

function versionMoment({ _id, decisionId, status, at }: DecisionVersion, isFirst: boolean): DatedMoment {
  return { id: `version:${_id}`, at, about: act(decisionId), title: status === 'REVOKED' ? WORDS.revoked : isFirst ? WORDS.published : WORDS.corrected };
}

function roundMoments(about: Subject, { openedAt, secondAt, deliveredAt }: Pick<Decision, 'openedAt' | 'secondAt' | 'deliveredAt'>): DatedMoment[] {
  return [...dated(about, 'opened', openedAt ?? null), ...dated(about, 'delivered', deliveredAt), ...dated(about, 'second', secondAt)];
}

function replyMoments({ _id, subject, said, at, promise }: Reply): DatedMoment[] {
  const replied = { id: `reply:${_id}`, at, about: subject, title: quoting(WORDS.replied, said) };
  if (!promise) return [replied];
  const title = promise.doneAt ? WORDS.kept : WORDS.due;
  return [replied, { id: `promise:${_id}`, at: promise.doneAt ?? promise.dueAt, about: subject, title: quoting(title, promise.text) }];
}

function dated(about: Subject, name: keyof typeof WORDS, at: Date | null | undefined): DatedMoment[] {
  return at ? [{ id: `${name}:${about.kind}:${about.id}`, at, about, title: WORDS[name] }] : [];
}

/** The words of a department are in its own language in both. */
const quoting = ({ el, en }: Localized, text: string): Localized => ({ el: `${el}: «${text}»`, en: `${en}: “${text}”` });
