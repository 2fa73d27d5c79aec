import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { both, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import { Clock, Events, gathered, newId } from '@isegoria/kernel/api';
import { Activity } from '@isegoria/notifications/api';
import { subjectKey } from '@isegoria/kernel/contracts';
import { Ballots } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { standing } from '../change';
import { momentSubject, requestPath, requestSubject } from '../request-labels';
import { termsOf } from '../intake';
import { type MomentRecord, RequestRecord, RequestWordRecord } from '../request.schema';
import { isCitizensWord } from '../requests.rules';
import { RequestViews } from '../request-views';

/** What is left of a request that nobody but its reporter and the city could read. */
const unsaid = { text: '', answers: [], pictures: [], place: { label: '', lat: null, lng: null }, terms: [], remark: null, contact: null };

/** What a person reported, said after the end and, as an official, did; and what becomes of it when they leave. */
@Injectable()
export class RequestsPersonal implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    @InjectModel(RequestWordRecord.name) private readonly words: Model<RequestWordRecord>,
    private readonly catalogue: Catalogue,
    private readonly views: RequestViews,
    private readonly ballots: Ballots,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'requests',
      about: both('Τα αιτήματά σου', 'Your requests'),
      leaving: both(
        'Όσα φαίνονται δημόσια μένουν, για να διορθωθεί η βλάβη, χωρίς το όνομα και τα λόγια σου. Τα άλλα σβήνονται.',
        'What is public stays, so that the problem is fixed, without your name and your words. The rest is erased.',
      ),
      keys: {
        id: both('Ο αριθμός του', 'Its number'),
        path: both('Η σελίδα του', 'Its page'),
        title: both('Πώς λέγεται', 'What it is called'),
        status: both('Πού βρίσκεται', 'How it stands'),
        text: both('Τι έγραψες', 'What you wrote'),
        lang: both('Γλώσσα', 'Language'),
        place: both('Τόπος', 'Place'),
        district: both('Περιοχή', 'District'),
        answers: both('Τι απάντησες σε όσα ρωτά η υπηρεσία', 'What you answered to the service’s questions'),
        pictures: both('Εικόνες: διεύθυνση και τι δείχνουν', 'Pictures: address and what they show'),
        isNamed: both('Αν φαίνεται το όνομά σου', 'Whether your name is shown'),
        isPrivate: both('Αν το διαβάζετε μόνο εσύ και η υπηρεσία', 'Whether only you and the department read it'),
        affected: both('Πόσους αφορά ακόμη', 'How many it concerns too'),
        decision: both('Τι αποφάσισε η εποπτεία και γιατί', 'What moderators decided, and why'),
        history: both('Τι έγινε με αυτό', 'What became of it'),
        createdAt: both('Πότε το έστειλες', 'When you sent it'),
        endedAt: both('Πότε τελείωσε', 'When it ended'),
      },
      entries: (person) => this.of(person),
      forget: (person) => this.forget(person),
    });
    this.personalData.register({
      name: 'requestWords',
      about: both('Αν είπες ότι κάτι διορθώθηκε', 'Whether you said that something is fixed'),
      leaving: both('Μένει μετρημένο, από κανέναν. Τα λόγια σου σβήνονται.', 'It stays counted, by nobody. Your words are erased.'),
      keys: {
        path: both('Η σελίδα του αιτήματος', 'The request’s page'),
        isFixed: both('Αν είπες ότι διορθώθηκε', 'Whether you said that it is fixed'),
        texts: both('Με ποια λόγια', 'In which words'),
        at: both('Πότε', 'When'),
      },
      entries: (person) => this.wordsOf(person),
      forget: (person) => this.forgetWords(person),
    });
    this.personalData.register({
      name: 'requestWork',
      about: both('Όσα έκανες ως υπηρεσία σε αιτήματα', 'What you did for your department about requests'),
      leaving: staysAsAct,
      keys: {
        path: both('Η σελίδα του αιτήματος', 'The request’s page'),
        kind: both('Τι έκανες· note: εσωτερική σημείωση', 'What you did; note: an internal note'),
        text: both('Με ποια λόγια', 'In which words'),
        at: both('Πότε', 'When'),
      },
      entries: (person) => this.workOf(person),
      forget: (person) => this.leaveOffice(person),
    });
  }

  private async *of({ id: reporterId }: Person) {
    for await (const portion of gathered(this.requests.find({ reporterId }).sort({ createdAt: -1, _id: -1 }).lean<RequestRecord>().cursor(), 50)) {
      const views = new Map((await this.views.many(portion, null)).map((view) => [view.id, view]));
      for (const { _id: id, status, text, lang, place, isNamed, isPrivate, affected, remark, createdAt, endedAt, history } of portion) {
        const view = views.get(id);
        const shown = { title: view?.title ?? null, district: view?.district.name ?? null, answers: view?.answers ?? [], pictures: view?.pictures.map(({ url, alt }) => ({ url, alt })) ?? [] };
        const moments = history.map(({ kind, at, text: said }) => ({ kind, at, text: said }));
        yield { id, path: requestPath(id), status, text, lang, place, ...shown, isNamed, isPrivate, affected, decision: remark, history: moments, createdAt, endedAt };
      }
    }
  }

  private async *wordsOf({ id: citizenId }: Person) {
    for await (const { requestId, isFixed, at } of this.words.find({ citizenId }).sort({ at: -1 }).lean<RequestWordRecord>().cursor()) {
      const request = await this.requests.findById(requestId, { history: 1 }).lean<Pick<RequestRecord, 'history'>>().exec();
      const texts = request?.history.filter(({ kind, byId }) => kind === 'contested' && byId === citizenId).map(({ text }) => text) ?? [];
      yield { path: requestPath(requestId), isFixed, texts, at };
    }
  }

  private async *workOf({ id: byId }: Person) {
    for await (const { _id, history, notes } of this.requests.find({ $or: [{ 'history.byId': byId, 'history.departmentId': { $type: 'string' } }, { 'notes.byId': byId }] }, { history: 1, notes: 1 }).lean<RequestRecord>().cursor()) {
      const steps = history.filter((one) => one.byId === byId && one.departmentId !== null).map(({ kind, text, at }) => ({ kind: String(kind), text, at }));
      const said = notes.filter((one) => one.byId === byId).map(({ text, at }) => ({ kind: 'note', text, at }));
      for (const one of [...steps, ...said]) yield { path: requestPath(_id), ...one };
    }
  }

  private async leaveOffice({ id }: Person): Promise<void> {
    await this.requests.updateMany({ takenById: id }, { $set: { takenById: null } }).exec();
    // What they wrote down for others was entered under their number.
    for await (const { _id } of this.requests.find({ pressKey: { $gte: `${id}|`, $lt: `${id}}` } }, { _id: 1 }).lean<{ _id: string }>().cursor()) await this.requests.updateOne({ _id }, { $set: { pressKey: `gone|${_id}` } }).exec();
  }

  /** Public ones stay, so that the hole is still filled, without a name and without their words. The others nobody needs any more. */
  private async forget({ id: reporterId }: Person): Promise<void> {
    for await (const request of this.requests.find({ reporterId }).lean<RequestRecord>().cursor()) {
      if (request.listed) await this.unname(request, reporterId);
      else await this.takeBack(request);
    }
  }

  private async unname(request: RequestRecord, reporterId: string): Promise<void> {
    const { _id, serviceId, history } = request;
    const service = await this.catalogue.service(serviceId);
    const terms = service ? termsOf(_id, service, { ...request, text: '' }) : [];
    const moments = history.map((one) => unsaidBy(reporterId, one));
    await this.requests.updateOne({ _id }, { $set: { reporterId: null, isNamed: false, pressKey: `gone|${_id}`, text: '', terms, history: moments }, $inc: { revision: 1 } }).exec();
    // Moderators have kept the words too; there is nothing left of them to decide about.
    await this.events.publish('contribution.withdrawn', { item: requestSubject(_id) });
    await this.wordsGone(request, reporterId);
  }

  /** What was never public goes whole. What a department or a moderator has dealt with stays as an empty leaf, so that their acts are about something. */
  private async takeBack({ _id, publishedAt, isPrivate, reporterId, history }: RequestRecord): Promise<void> {
    if (publishedAt) {
      const moments = history.map((one) => ({ ...one, text: one.departmentId === null ? '' : one.text, byId: one.departmentId === null ? null : one.byId }));
      const empty = { ...unsaid, ...standing('withdrawn', isPrivate), listed: false, reporterId: null, isNamed: false, pressKey: `gone|${_id}`, endedAt: this.clock.now(), history: moments };
      await this.requests.updateOne({ _id }, { $set: empty, $inc: { revision: 1 } }).exec();
      await this.ballots.close(subjectKey(requestSubject(_id)));
    } else await this.requests.deleteOne({ _id }).exec();
    await this.activity.forget(requestSubject(_id));
    await this.events.publish('contribution.withdrawn', { item: requestSubject(_id) });
    await this.wordsGone({ _id, history }, reporterId);
  }

  /** Moderators have kept what was said in its history too. */
  private async wordsGone({ _id, history }: Pick<RequestRecord, '_id' | 'history'>, citizenId: string | null): Promise<void> {
    for (const { id } of history.filter((one) => one.byId === citizenId && isCitizensWord(one))) await this.events.publish('contribution.withdrawn', { item: momentSubject(_id, id) });
  }

  private async forgetWords({ id: citizenId }: Person): Promise<void> {
    for await (const { _id, ...word } of this.words.find({ citizenId }).lean<RequestWordRecord>().cursor()) {
      const [request = '', round = ''] = _id.split('|');
      await this.words.create({ ...word, _id: `${request}|${round}|${newId()}`, citizenId: '' });
      await this.words.deleteOne({ _id }).exec();
    }
    const said = { history: { $elemMatch: { byId: citizenId, departmentId: null } } };
    for await (const { _id, history } of this.requests.find(said, { history: 1 }).lean<RequestRecord>().cursor()) {
      const moments = history.map((one) => unsaidBy(citizenId, one));
      await this.requests.updateOne({ _id, 'history.id': history.at(-1)?.id }, { $set: { history: moments } }).exec();
      await this.wordsGone({ _id, history }, citizenId);
    }
  }
}

/** A moment without what this person said in it as a citizen: that it was said stays. */
function unsaidBy(citizenId: string, one: MomentRecord): MomentRecord {
  return one.byId === citizenId && one.departmentId === null ? { ...one, text: '', byId: null } : one;
}
