import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import { Clock, Events, gathered } from '@isegoria/kernel/api';
import { Activity } from '@isegoria/notifications/api';
import { isReadable } from '@isegoria/proposals/contracts';
import { Ballots } from '@isegoria/votes/api';
import { ballotOf } from './proposal-ballot';
import { ProposalLists } from './proposal-lists';
import { ProposalViews } from './proposal-view';
import { Proposal } from './proposal.schema';
import { standing } from './standing';

/** What is left of the words of a proposal that nobody may read. */
const unsaid = { title: '', text: '', category: null, district: null, place: null, pictures: [], remark: null, terms: [], titleTerms: [] };

/** What a person proposed and, as an official, answered; and what becomes of it when they leave. */
@Injectable()
export class ProposalsPersonal implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly views: ProposalViews,
    private readonly lists: ProposalLists,
    private readonly ballots: Ballots,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'proposals',
      about: both('Οι προτάσεις σου και τα πρόχειρα', 'Your proposals and drafts'),
      leaving: both(
        'Όσες φαίνονται δημόσια μένουν, χωρίς όνομα. Πρόχειρα, όσες περιμένουν και όσες κρύφτηκαν ή επιστράφηκαν σβήνονται.',
        'What is public stays, by nobody. Drafts, what waits and what was hidden or sent back are erased.',
      ),
      keys: {
        id: both('Ο αριθμός της', 'Its number'),
        path: both('Η σελίδα της', 'Its page'),
        status: both('Πού βρίσκεται', 'How it stands'),
        title: both('Τίτλος', 'Title'),
        text: both('Κείμενο', 'Text'),
        lang: both('Γλώσσα', 'Language'),
        category: both('Κατηγορία', 'Category'),
        district: both('Περιοχή', 'District'),
        place: both('Τόπος', 'Place'),
        pictures: both('Εικόνες: διεύθυνση και τι δείχνουν', 'Pictures: address and what they show'),
        processId: both('Η διαδικασία στην οποία ανήκει', 'The process that it belongs to'),
        supports: both('Πόσοι τη στηρίζουν', 'How many support it'),
        decision: both('Τι αποφάσισε η εποπτεία και γιατί', 'What moderators decided, and why'),
        answers: both('Τι απάντησε η υπηρεσία', 'What the department answered'),
        withdrawal: both('Γιατί την πήρες πίσω', 'Why you took it back'),
        createdAt: both('Πότε άρχισες να τη γράφεις', 'When you began to write it'),
        submittedAt: both('Πότε την έστειλες', 'When you handed it in'),
        publishedAt: both('Πότε δημοσιεύτηκε', 'When it became public'),
        editedAt: both('Πότε άλλαξε', 'When it was changed'),
      },
      entries: (person) => this.of(person),
      forget: (person) => this.forget(person),
    });
    this.personalData.register({
      name: 'proposalAnswers',
      about: both('Απαντήσεις που έδωσες ως υπηρεσία σε προτάσεις', 'Answers that you gave for your department to proposals'),
      leaving: staysAsAct,
      keys: {
        path: both('Η σελίδα της πρότασης', 'The proposal’s page'),
        title: both('Ο τίτλος της', 'Its title'),
        status: both('Τι απάντησες', 'What you answered'),
        text: both('Με ποια λόγια', 'In which words'),
        nextStep: both('Τι έπεται', 'What comes next'),
        nextStepAt: both('Πότε', 'When'),
        cost: both('Κόστος', 'Cost'),
        at: both('Πότε απάντησες', 'When you answered'),
      },
      entries: (person) => this.answersOf(person),
      forget: nothingToForget,
    });
  }

  private async *of({ id: authorId }: Person) {
    for await (const portion of gathered(this.proposals.find({ authorId }).lean<Proposal>().cursor(), 50)) {
      const views = new Map((await this.views.of(portion)).map((view) => [view.id, view]));
      for (const { _id: id, title, text, lang, status, place, processId, supports, remark, answers, withdrawal, createdAt, submittedAt, publishedAt, editedAt } of portion) {
        const view = views.get(id);
        const labels = { category: view?.category?.name ?? null, district: view?.district?.name ?? null, pictures: view?.pictures.map(({ url, alt }) => ({ url, alt })) ?? [] };
        const given = answers.map(({ byId: _by, ...answer }) => answer);
        yield { id, path: `/proposals/${id}`, status, title, text, lang, ...labels, place, processId, supports, decision: remark, answers: given, withdrawal, createdAt, submittedAt, publishedAt, editedAt };
      }
    }
  }

  private async *answersOf({ id: byId }: Person) {
    for await (const { _id: id, title, answers } of this.proposals.find({ 'answers.byId': byId }, { title: 1, answers: 1 }).lean<Proposal>().cursor()) {
      for (const { status, text, nextStep, nextStepAt, cost, at } of answers.filter((answer) => answer.byId === byId)) yield { path: `/proposals/${id}`, title, status, text, nextStep, nextStepAt, cost, at };
    }
  }

  private async forget({ id: authorId }: Person): Promise<void> {
    for await (const proposal of this.proposals.find({ authorId }).lean<Proposal>().cursor()) if (!isReadable(proposal)) await this.takeBack(proposal);
    await this.proposals.updateMany({ authorId }, { $set: { authorId: '' } }).exec();
    this.lists.changed();
  }

  /** What was never public goes whole. What was, and was hidden, may have supporters and a decision that name it: its words go, and it stays withdrawn. */
  private async takeBack({ _id, publishedAt, answered, visibility }: Proposal): Promise<void> {
    if (publishedAt) {
      await this.ballots.close(ballotOf(_id).id);
      await this.proposals.updateOne({ _id }, { $set: { ...unsaid, ...standing({ publication: 'withdrawn', visibility, answered }), withdrawal: { reason: '', at: this.clock.now() } } }).exec();
    } else await this.proposals.deleteOne({ _id }).exec();
    await this.activity.forget({ kind: 'proposal', id: _id });
    await this.events.publish('contribution.withdrawn', { item: { kind: 'proposal', id: _id } });
  }
}
