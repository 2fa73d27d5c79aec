import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import { gathered, Subjects } from '@isegoria/kernel/api';
import { Case } from './case.schema';
import { Contribution } from './contribution.schema';
import { Objection } from './objection.schema';
import { Report } from './report.schema';

const about = {
  item: both('Για ποιο πράγμα', 'What it is about'),
  title: both('Ο τίτλος του, αν μπορείς να το δεις', 'Its title, where you may see it'),
  path: both('Η σελίδα του, αν μπορείς να τη δεις', 'Its page, where you may see it'),
};
const decided = {
  decision: both('Τι αποφασίστηκε', 'What was decided'),
  rule: both('Με ποιον κανόνα', 'By which rule'),
  reason: both('Γιατί', 'Why'),
  decidedAt: both('Πότε αποφασίστηκε', 'When it was decided'),
};

/** What moderation keeps of a person: what they reported, what was decided about their words, and what they decided as moderators. */
@Injectable()
export class ModerationPersonal implements OnModuleInit {
  constructor(
    @InjectModel(Report.name) private readonly reports: Model<Report>,
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    @InjectModel(Objection.name) private readonly objections: Model<Objection>,
    @InjectModel(Contribution.name) private readonly contributions: Model<Contribution>,
    private readonly subjects: Subjects,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'reports',
      about: both('Όσα ανέφερες στην εποπτεία', 'What you reported to moderators'),
      leaving: both(
        'Η αναφορά μένει μετρημένη χωρίς εσένα. Τα λόγια σου σβήνονται, και όπου δεν έχει αποφασιστεί ακόμη, μόλις αποφασιστεί.',
        'The report stays counted without you. Your words are erased, and where nothing is decided yet, as soon as it is.',
      ),
      keys: {
        ...about,
        rule: both('Ποιον κανόνα είπες ότι παραβαίνει', 'Which rule you said it breaks'),
        note: both('Τι έγραψες', 'What you wrote'),
        snapshot: both('Το κείμενο όπως το είδες', 'The text as you saw it'),
        outcome: both('Τι έγινε', 'What became of it'),
        at: both('Πότε', 'When'),
      },
      entries: (person) => this.reportedBy(person),
      forget: (person) => this.forgetReports(person),
    });
    this.personalData.register({
      name: 'moderationCases',
      about: both('Τι αποφάσισε η εποπτεία για όσα έγραψες, και οι ενστάσεις σου', 'What moderators decided about what you wrote, and your objections'),
      leaving: both(
        'Οι αποφάσεις μένουν με τον κανόνα και τον λόγο τους, χωρίς εσένα και χωρίς τα λόγια που κρύφτηκαν. Ενστάσεις που περιμένουν παύουν.',
        'The decisions stay with their rule and reason, without you and without the words that were hidden. Objections that wait end.',
      ),
      keys: {
        ...about,
        kind: both('Γιατί το είδαν: περίμενε (waiting) ή αναφέρθηκε (reported)', 'Why it was looked at: it waited or was reported'),
        status: both('Ανοιχτή, αποφασισμένη ή αποσυρμένη', 'Open, decided or withdrawn'),
        text: both('Το κείμενο που είδαν', 'The text that was looked at'),
        ...decided,
        objection: both('Η ένστασή σου και τι έγινε', 'Your objection and what became of it'),
        since: both('Από πότε', 'Since when'),
      },
      entries: (person) => this.casesOf(person),
      forget: (person) => this.forgetCases(person),
    });
    this.personalData.register({
      name: 'moderationWork',
      about: both('Αποφάσεις που πήρες ως επόπτης', 'Decisions that you made as a moderator'),
      leaving: staysAsAct,
      keys: { what: both('case: απόφαση, objection: κρίση ένστασης, reopened: ζήτησες να ξανακριθεί', 'case: a decision, objection: an objection judged, reopened: you had it looked at again'), ...about, ...decided },
      entries: (person) => this.workOf(person),
      forget: (person) => this.forgetWork(person),
    });
  }

  private async *reportedBy({ id }: Person) {
    const found = this.reports.find({ reporterId: id }).lean<Report>().cursor();
    for await (const [{ item, rule, note, snapshot, outcome, at }, name] of this.subjects.named(id, found, (report) => report.item)) yield { item, ...name, rule, note, snapshot, outcome, at };
  }

  private async *casesOf({ id }: Person) {
    for await (const portion of gathered(this.cases.find({ authorId: id }).lean<Case>().cursor())) {
      const [nameOf, objections] = await Promise.all([this.subjects.namesFor(id, portion.map(({ item }) => item)), this.objections.find({ caseId: { $in: portion.map(({ _id }) => _id) }, authorId: id }).lean<Objection[]>().exec()]);
      for (const { _id, item, kind, status, text, decision, rule, reason, decidedAt, since } of portion) {
        const objection = objections.find(({ caseId }) => caseId === _id);
        const said = objection && { text: objection.text, at: objection.at, outcome: objection.outcome, reason: objection.reason, decidedAt: objection.decidedAt };
        yield { item, ...nameOf(item), kind, status, text, decision, rule, reason, decidedAt, objection: said ?? null, since };
      }
    }
  }

  private async *workOf({ id }: Person) {
    const found = this.cases.find({ decidedBy: id }).lean<Case>().cursor();
    for await (const [{ item, decision, rule, reason, decidedAt }, name] of this.subjects.named(id, found, (one) => one.item)) yield { what: 'case', item, ...name, decision, rule, reason, decidedAt };
    for await (const { caseId, outcome, reason, decidedAt } of this.objections.find({ decidedBy: id }).lean<Objection>().cursor()) yield { what: 'objection', item: `moderation-case:${caseId}`, decision: outcome, reason, decidedAt };
    const reopened = this.cases.find({ reopenedBy: id }).lean<Case>().cursor();
    for await (const [{ item, decision, rule, reopenedAt }, name] of this.subjects.named(id, reopened, (one) => one.item)) yield { what: 'reopened', item, ...name, decision, rule, decidedAt: reopenedAt };
  }

  /** A person's second report would be one too many only for a person: what is left is nobody's. */
  private async forgetReports({ id: reporterId }: Person): Promise<void> {
    for await (const { _id, outcome } of this.reports.find({ reporterId }).lean<Report>().cursor()) {
      await this.reports.updateOne({ _id }, { $set: { reporterId: '', personId: `left:${_id}`, ...(outcome === 'open' ? {} : { note: '' }) } }).exec();
    }
  }

  private async forgetCases({ id: authorId }: Person): Promise<void> {
    for await (const { caseId } of this.objections.find({ authorId, outcome: 'open' }).lean<Objection>().cursor()) await this.cases.updateOne({ _id: caseId, objection: 'open' }, { $set: { objection: null } }).exec();
    await this.objections.deleteMany({ authorId, outcome: 'open' }).exec();
    await this.objections.updateMany({ authorId }, { $set: { authorId: '', text: '' } }).exec();
    const against = { authorId, status: 'decided' as const, decision: { $ne: 'approved' as const }, objection: { $ne: 'reversed' as const } };
    for await (const { _id } of this.cases.find(against, { _id: 1 }).lean<Case>().cursor()) {
      await this.cases.updateOne({ _id }, { $set: { title: '', text: '', reportedText: null } }).exec();
      await this.reports.updateMany({ caseId: _id }, { $set: { snapshot: '' } }).exec();
    }
    await this.cases.updateMany({ authorId }, { $set: { authorId: null } }).exec();
    await this.contributions.updateMany({ authorId }, { $set: { authorId: '' } }).exec();
  }

  /** What was claimed is free again; what was decided stays. */
  private async forgetWork({ id }: Person): Promise<void> {
    await this.cases.updateMany({ claimedBy: id }, { $set: { claimedBy: null, claimedUntil: null } }).exec();
    await this.cases.updateMany({ passedBy: id }, { $pull: { passedBy: id } }).exec();
  }
}
