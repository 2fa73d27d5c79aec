import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import { Events, excerpt, foundIn, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { afterDecision, type ModerationDecided } from '@isegoria/moderation/contracts';
import { partsOf } from '@isegoria/organisation/contracts';
import { Rooms } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Moves } from './moves';
import { callPath, callSubject, VolunteerCall } from './volunteer-call.schema';
import { VolunteerShift } from './volunteer-shift.schema';
import { publicOnes } from './volunteer-views';
import { isPublic, mayRead } from './volunteering.rules';

/** What others need of a call: to name it, find it, link, follow, watch and report it; and what it hears of moderators. */
@Injectable()
export class VolunteerCallSubject implements OnModuleInit {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    @InjectModel(VolunteerShift.name) private readonly shifts: Model<VolunteerShift>,
    private readonly moves: Moves,
    private readonly citizens: Citizens,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.subjects.register('volunteer-call', { cards: (ids) => this.cards(ids), find: (words, most) => foundIn(this.calls, words, { where: publicOnes(), sort: { startsAt: -1, _id: -1 }, most }) });
    this.rooms.open('volunteer-call', async (citizen, id) => {
      const call = await this.moves.find(id);
      return call !== null && mayRead(call, citizen);
    });
    this.events.later('volunteer-call.published', 'volunteering.enter', ({ id }) => this.enter(id));
    this.events.on('moderation.decided', 'volunteering.decide', (decided) => this.decide(decided));
  }

  private async cards(ids: readonly string[]): Promise<SubjectCard[]> {
    const found = await this.calls.find({ _id: { $in: [...new Set(ids.map(String))] } }).lean<VolunteerCall[]>().exec();
    const officials = found.some(({ stage }) => stage === 'proposed') ? await this.citizens.withRole('official') : [];
    return found.map((call): SubjectCard => {
      const { _id: id, stage, title, text, authorId, departmentId, districtId, categoryId, createdAt } = call;
      const isShown = isPublic(call);
      return {
        ...callSubject(id), title: title.el, excerpt: excerpt(text.el), ...(title.en && { english: { title: title.en, excerpt: excerpt(text.en) } }), path: callPath(id), authorId: authorId || null, departmentId, isPublic: isShown, acceptsComments: false, createdAt,
        // What nobody has taken on yet is the matter of the department, and of nobody else.
        ...(!isShown && !call.isHidden && departmentId && { readBy: departmentId }), ...(stage === 'proposed' && { shownTo: officials.filter((one) => one.departmentId === departmentId).map((one) => one.id) }),
        within: stage === 'cancelled' ? [] : partsOf({ districts: [districtId], categories: [categoryId] }),
      };
    });
  }

  /** A citizen's words that everybody reads from now on: moderators can be told of them. */
  private async enter(id: string): Promise<void> {
    const call = await this.moves.find(id);
    if (!call?.isByCitizen || !call.publishedAt) return;
    const tasks = (await this.shifts.find({ callId: id }).lean<VolunteerShift[]>().exec()).map(({ task, bring }) => [task, bring].filter(Boolean).join(' · '));
    await this.events.publish('contribution.submitted', { item: callSubject(id), authorId: call.authorId, title: call.title.el, text: [call.text.el, ...tasks].join('\n\n'), mode: 'public', at: call.publishedAt });
  }

  /** Hears a moderator. An older decision that comes late, or again, changes nothing. */
  private async decide(decided: ModerationDecided): Promise<void> {
    const { item, at } = decided;
    if (item.kind !== 'volunteer-call') return;
    const { visibility, verdict, decidedAt } = afterDecision(decided);
    const set = { isHidden: visibility !== 'public', verdict, decidedAt };
    const { matchedCount } = await this.calls.updateOne({ _id: item.id, $or: [{ decidedAt: null }, { decidedAt: { $lt: at } }] }, { $set: set, $inc: { revision: 1 } }).exec();
    if (matchedCount === 1) await this.moves.tell(item.id);
  }
}
