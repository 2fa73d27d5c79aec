import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type {
  ConsultationAdoptedEvent, ConsultationAnsweredEvent, ConsultationExtendedEvent, ConsultationOpenedEvent, ConsultationPublishedEvent, ConsultationWithdrawnEvent,
} from '@isegoria/consultations/contracts';
import { Events, excerpt } from '@isegoria/kernel/api';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { AmendmentRecord } from '../amendments/amendment.schema';
import { ArticleTexts } from '../articles/article-texts';
import { Consultation } from '../consultation.schema';
import { ConsultationBallots } from '../consultation-ballots';
import { articleSubject } from '../consultation-views';
import { articleName } from '../consultation.subject';

const outcomes = { adopted: 'consultations.amendmentAdopted', partly: 'consultations.amendmentPartly', notAdopted: 'consultations.amendmentNotAdopted' } as const;

/** Tells the city, and each who follows or took part, what the city did. Each piece of news has its key: heard twice, it is told once. */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    private readonly texts: ArticleTexts,
    private readonly ballots: ConsultationBallots,
    private readonly organisation: Organisation,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.later('consultation.published', 'consultations.news', (published) => this.published(published));
    this.events.later('consultation.opened', 'consultations.news', (opened) => this.opened(opened));
    this.events.later('consultation.extended', 'consultations.news', (extended) => this.extended(extended));
    this.events.later('consultation.withdrawn', 'consultations.news', (withdrawn) => this.withdrawn(withdrawn));
    this.events.later('consultation.answered', 'consultations.news', (answered) => this.answered(answered));
    this.events.later('consultation.adopted', 'consultations.news', (adopted) => this.adopted(adopted));
  }

  /** What opens at once is told of when it opens: one line in the city's stream is enough. */
  private async published({ id, title, opensAt, at }: ConsultationPublishedEvent): Promise<void> {
    if (opensAt > at) await this.activity.record({ about: aboutOf(id), name: 'consultations.published', params: { title }, at, key: `consultation.published:${id}` });
  }

  private opened({ id, title, at }: ConsultationOpenedEvent): Promise<void> {
    return this.tell(id, { name: 'opened', params: { title }, mail: true, at, key: `consultation.opened:${id}` });
  }

  private async extended({ id, title, reason, to, at }: ConsultationExtendedEvent): Promise<void> {
    await this.ballots.settle(id);
    await this.tell(id, { name: 'extended', params: { title, text: excerpt(reason, 160) }, mail: false, at, key: `consultation.extended:${id}:${to.getTime()}` });
  }

  private async withdrawn({ id, title, reason, at }: ConsultationWithdrawnEvent): Promise<void> {
    await this.ballots.settle(id);
    await this.tell(id, { name: 'withdrawn', params: { title, text: excerpt(reason, 160) }, mail: false, at, key: `consultation.withdrawn:${id}` });
  }

  /** Whoever wrote or supports an amendment hears what became of it; all others that there is an answer. */
  private async answered({ id, title, departmentId, at }: ConsultationAnsweredEvent): Promise<void> {
    const articles = new Map((await this.texts.asked(id)).map((article) => [article.id, articleName(article)]));
    for await (const { _id, articleId, reply } of this.amendments.find({ consultationId: id, visibility: 'public', reply: { $ne: null } }).lean<AmendmentRecord>().cursor()) {
      if (!reply) continue;
      const about = { kind: 'amendment', id: _id };
      const params = { title, article: articles.get(articleId) ?? title, text: excerpt(reply.reason, 160) };
      await this.inbox.tell({ to: await this.follows.followers(about), about, name: outcomes[reply.outcome], params, mail: true, key: `consultation.answered:${id}:${_id}` });
    }
    const [consultation, department] = await Promise.all([this.consultations.findById(id, { frame: 1 }).lean<Consultation>().exec(), this.organisation.department(departmentId)]);
    const params = { title, department: department?.name ?? '', text: excerpt(consultation?.frame.text ?? '', 160) };
    await this.tell(id, { name: 'answered', params, mail: true, at, key: `consultation.answered:${id}` });
  }

  private adopted({ id, title, at }: ConsultationAdoptedEvent): Promise<void> {
    return this.tell(id, { name: 'adopted', params: { title }, mail: true, at, key: `consultation.adopted:${id}` });
  }

  private async tell(id: string, { name, at, key, ...telling }: { name: string; params: Parameters<Inbox['tell']>[0]['params']; mail: boolean; at: Date; key: string }): Promise<void> {
    const about = aboutOf(id);
    await this.activity.record({ about, name: `consultations.${name}`, params: telling.params, at, key });
    await this.inbox.tell({ to: await this.followers(id), about, name: `consultations.${name}`, ...telling, key });
  }

  /** Who follows it as a whole or one of its articles, each once. */
  private async followers(id: string): Promise<string[]> {
    const subjects = [aboutOf(id), ...(await this.texts.asked(id)).map((article) => articleSubject(id, article.id))];
    const all = new Set<string>();
    for (const subject of subjects) for (const citizen of await this.follows.followers(subject)) all.add(citizen);
    return [...all];
  }
}

const aboutOf = (id: string) => ({ kind: 'consultation', id });
