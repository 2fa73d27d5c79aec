import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { VersionArticle } from '@isegoria/consultations/contracts';
import { Events } from '@isegoria/kernel/api';
import { PublicActs, type PublicActSaid } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { Model } from 'mongoose';
import { ArticleTexts } from '../articles/article-texts';
import { Consultation } from '../consultation.schema';

/**
 * What the city does with a consultation stands in the public ledger: that it was made public, which text it opened with, that its end was moved or it was taken
 * back, what was answered and adopted; of words their digests. The digest of a text shows that nobody changed it while people were asked.
 */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    private readonly texts: ArticleTexts,
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    for (const event of ['consultation.published', 'consultation.opened', 'consultation.extended', 'consultation.withdrawn', 'consultation.answered', 'consultation.adopted'] as const) {
      this.events.later(event, 'consultations.ledger', ({ id }) => this.record(id));
    }
  }

  /** All that happened to it so far, each act once by its id; seeds call it for the past. */
  async record(id: string): Promise<void> {
    const consultation = await this.consultations.findById(id).lean<Consultation>().exec();
    if (!consultation?.publishedAt) return;
    const [asked, next] = await this.texts.versions(consultation);
    const { departmentId, title, summary, openedAt, extensions, withdrawal, answeredAt, answerCounts, frame, adopted } = consultation;
    const subject = { kind: 'consultation', id };
    const by = (role: string) => ({ rule: null, role, subject });
    const acts: PublicActSaid[] = [{ act: 'consultation.published', id: `consultation:${id}:published`, ...by('official'), body: { department: departmentId, words: digest(JSON.stringify([title, summary])) } }];
    if (openedAt && asked) acts.push({ act: 'consultation.opened', id: `consultation:${id}:opened`, ...by('city'), body: { articles: asked.articles.length, text: digestOf(asked.articles) } });
    for (const { from, to, reason } of extensions) {
      const words = digest(JSON.stringify([from, to, reason]));
      acts.push({ act: 'consultation.extended', id: `consultation:${id}:extended:${words}`, ...by('official'), body: { words } });
    }
    if (withdrawal) acts.push({ act: 'consultation.withdrawn', id: `consultation:${id}:withdrawn`, ...by('official'), body: { words: digest(withdrawal.reason) } });
    if (answeredAt && answerCounts && next) {
      acts.push({ act: 'consultation.answered', id: `consultation:${id}:answered`, ...by('official'), body: { ...answerCounts, added: frame.added.length, words: digest(frame.text), text: digestOf(next.articles) } });
    }
    if (adopted) {
      // One that is corrected is an act of its own.
      const act = digest(JSON.stringify([adopted.title, adopted.url, adopted.note]));
      acts.push({ act: 'consultation.adopted', id: `consultation:${id}:adopted:${adopted.ada ?? ''}:${act}`, ...by('official'), body: { ada: adopted.ada, act } });
    }
    await this.acts.recordAll(acts);
  }
}

/** The digest of a text's articles, as JSON of their numbers, titles and words. */
function digestOf(articles: readonly VersionArticle[]): string {
  return digest(JSON.stringify(articles.map(({ id, label, title, body }) => [id, label, title, body])));
}
