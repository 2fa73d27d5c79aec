import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import { Events, excerpt } from '@isegoria/kernel/api';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import type { Model } from 'mongoose';
import { subjectOf } from '../signing/initiative-ballot';
import { Initiative } from '../initiative.schema';
import { isPublic } from '../initiatives.rules';

type Params = Parameters<Inbox['tell']>[0]['params'];

interface Piece {
  name: string;
  at: Date;
  mail: boolean;
  params?: Params;
  /** Told to its promoters alone: the others do not know of it. */
  isOwn?: boolean;
}

/** Tells the city, and each who signed, promotes or follows one, what became of it. Each piece of news has its key: heard twice, it is told once. */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    private readonly citizens: Citizens,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.later('initiative.submitted', 'initiatives.news', ({ id, at }) => this.waits(id, at));
    this.events.later('initiative.refused', 'initiatives.news', ({ id, at }) => this.tell(id, { name: 'refused', at, mail: true, isOwn: true }));
    this.events.later('initiative.opened', 'initiatives.news', ({ id, at, needed }) => this.tell(id, { name: 'opened', at, mail: true, params: { needed } }));
    this.events.later('initiative.reached', 'initiatives.news', ({ id, at, needed }) => this.tell(id, { name: 'reached', at, mail: false, params: { needed } }));
    this.events.later('initiative.handed-in', 'initiatives.news', ({ id, at, signatures }) => this.handedIn(id, at, signatures));
    this.events.later('initiative.fell-short', 'initiatives.news', ({ id, at, signatures, needed }) => this.tell(id, { name: 'fellShort', at, mail: true, params: { signatures, needed } }));
    this.events.later('initiative.verified', 'initiatives.news', ({ id, at, valid, of }) => this.tell(id, { name: 'verified', at, mail: false, params: { valid, of } }));
    this.events.later('initiative.scheduled', 'initiatives.news', ({ id, at, sitting }) => this.tell(id, { name: 'scheduled', at, mail: false, params: { sitting } }));
    this.events.later('initiative.unscheduled', 'initiatives.news', ({ id, at, sitting }) => this.tell(id, { name: 'unscheduled', at, mail: false, params: { sitting } }));
    this.events.later('initiative.answered', 'initiatives.news', ({ id, at, outcome }) => this.answered(id, at, outcome));
    this.events.later('initiative.withdrawn', 'initiatives.news', ({ id, at, reason }) => this.tell(id, { name: 'withdrawn', at, mail: false, params: { text: excerpt(reason, 160) } }));
  }

  /** The clerks have something to check. */
  private async waits(id: string, at: Date): Promise<void> {
    const initiative = await this.find(id);
    if (initiative) await this.toClerks(initiative, 'waits', at);
  }

  private async handedIn(id: string, at: Date, signatures: number): Promise<void> {
    await this.tell(id, { name: 'handedIn', at, mail: true, params: { signatures } });
    const initiative = await this.find(id);
    if (initiative) await this.toClerks(initiative, 'toVerify', at);
  }

  private async answered(id: string, at: Date, outcome: 'accepted' | 'partly' | 'rejected'): Promise<void> {
    const text = excerpt((await this.find(id))?.answer?.text ?? '', 160);
    await this.tell(id, { name: outcome, at, mail: true, params: { text } });
  }

  private find(id: string): Promise<Initiative | null> {
    return this.initiatives.findById(id).lean<Initiative>().exec();
  }

  private async toClerks({ _id: id, title }: Initiative, name: string, at: Date): Promise<void> {
    const clerks = await this.citizens.withRole('clerk');
    await this.inbox.tell({ to: clerks.map((clerk) => clerk.id), about: subjectOf(id), name: `initiatives.${name}`, params: { title }, mail: true, key: `initiative.${name}:${id}:${at.getTime()}` });
  }

  private async tell(id: string, { name, at, mail, params: more = {}, isOwn = false }: Piece): Promise<void> {
    const initiative = await this.find(id);
    if (!initiative) return;
    const about = subjectOf(id);
    const params = { title: initiative.title, ...more };
    const key = `initiative.${name}:${id}:${at.getTime()}`;
    const promoters = initiative.promoters.map(({ citizenId }) => citizenId).filter(Boolean);
    const isKnown = isPublic(initiative) && !isOwn;
    if (isKnown) await this.activity.record({ about, name: `initiatives.${name}`, params, at, key });
    const to = isKnown ? [...new Set([...promoters, ...(await this.follows.followers(about))])] : promoters;
    await this.inbox.tell({ to, about, name: `initiatives.${name}`, params, mail, key });
  }
}
