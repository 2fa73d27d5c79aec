import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Events, type SeedContext, Seeds } from '@isegoria/kernel/api';
import { Activity, Inbox } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import { Ballots, Votes } from '@isegoria/votes/api';
import { ActsOfPower } from '../told/acts-of-power';
import { nothingYet } from '../nothing-yet';
import { ballotOf } from '../proposal-ballot';
import { ProposalLists } from '../proposal-lists';
import { written } from '../proposal-words';
import { type JoiningRecord, Proposal } from '../proposal.schema';
import { dueAt } from '../proposals.rules';
import { standing } from '../standing';
import { agreed, asked } from './demo-pairs';
import { MergeInvitation } from './merge-invitation.schema';
import { messageOf } from './merge-texts';
import { expiryOf, pairOf } from './merging.rules';
import { Voices } from './voices.service';

const dayMs = 86_400_000;
const usualAnswerDays = 60;

/** One merged pair of the demo city, whose supporters are being asked, and one invitation that waits for the demo citizen. */
@Injectable()
export class MergingSeed implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    @InjectModel(MergeInvitation.name) private readonly invitations: Model<MergeInvitation>,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly ballots: Ballots,
    private readonly votes: Votes,
    private readonly voices: Voices,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly acts: ActsOfPower,
    private readonly lists: ProposalLists,
    private readonly events: Events,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'merging', order: 45, run: (context) => this.run(context) });
  }

  private async run({ now }: SeedContext): Promise<void> {
    const [maria, giannis] = await Promise.all(['citizen', 'citizen2'].map((name) => this.citizens.byEmail(`${name}@isegoria.example`)));
    const neighbours = await this.citizens.sample(60);
    const [first, second, ...others] = neighbours;
    if (!maria || !giannis || !first || !second || (await this.proposals.exists({ _id: 'demo-merge-whole' }))) return;
    const at = new Date(now.getTime() - 2 * dayMs);
    await this.propose('demo-merge-part', agreed.part, first, new Date(now.getTime() - 19 * dayMs));
    await this.propose('demo-merge-whole', agreed.whole, second, new Date(now.getTime() - 24 * dayMs));
    await this.propose('demo-merge-asking', asked.part, giannis, new Date(now.getTime() - 11 * dayMs));
    await this.propose('demo-merge-asked', asked.whole, maria, new Date(now.getTime() - 13 * dayMs));
    await this.support('demo-merge-part', [maria, giannis, second, ...others.slice(0, 17)]);
    await this.support('demo-merge-whole', [first, ...others.slice(9, 40)]);
    await this.support('demo-merge-asking', others.slice(20, 33));
    await this.support('demo-merge-asked', others.slice(5, 26));
    await this.join({ first, second, asks: [maria.id, giannis.id], at });
    await this.ask({ giannis, maria, at: new Date(now.getTime() - dayMs / 2) });
    this.lists.changed();
  }

  private async propose(id: string, { title, text, category, district, place }: (typeof agreed)['part'], author: Citizen, at: Date): Promise<void> {
    const department = await this.organisation.departmentFor(category);
    const axes = standing({ publication: 'public', visibility: 'visible', answered: 'NONE' });
    const moments = { createdAt: at, touchedAt: at, submittedAt: at, publishedAt: at, activeAt: at, answerDueAt: dueAt(at, department?.answersWithinDays ?? usualAnswerDays) };
    await this.proposals.create({ ...nothingYet, ...written(title, text), ...axes, ...moments, _id: id, authorId: author.id, lang: 'el', category, district, place, pictures: [], departmentId: department?.id ?? null, processId: 'ideas', source: `demo:${id}` });
    await this.ballots.open(ballotOf(id));
    await this.activity.recordMany([{ about: { kind: 'proposal', id }, name: 'proposals.published', params: { title }, at, key: `proposal.published:${id}` }]);
    await this.events.publish('contributions.imported', { contributions: [{ item: { kind: 'proposal', id }, authorId: author.id, at }] });
  }

  private async support(id: string, people: readonly Citizen[]): Promise<void> {
    await this.votes.castMany(people.map((citizen, at) => ({ citizen, ballotId: ballotOf(id).id, answers: [{ questionId: 'support', optionId: 'yes' }], nonce: `seed-${id}-${at}` })));
  }

  private async join({ first, second, asks, at }: { first: Citizen; second: Citizen; asks: string[]; at: Date }): Promise<void> {
    const [part, whole] = ['demo-merge-part', 'demo-merge-whole'];
    const invitationId = 'demo-merge-invitation-agreed';
    const joining = { invitationId, at, separatedAt: null, shown: 'visible' } as const;
    const asPart: JoiningRecord = { ...joining, as: 'PART', otherId: whole, addition: '' };
    const asWhole: JoiningRecord = { ...joining, as: 'WHOLE', otherId: part, addition: agreed.addition };
    await this.invite({ _id: invitationId, partId: part, wholeId: whole, partAuthorId: first.id, wholeAuthorId: second.id, message: agreed.message, addition: agreed.addition, state: 'MERGED', waitsFor: null, at: new Date(at.getTime() - dayMs), decidedAt: at, revision: 2 });
    await this.proposals.updateOne({ _id: whole }, { $set: { joinings: [asWhole], touchedAt: at, activeAt: at } }).exec();
    await this.proposals.updateOne({ _id: part }, { $set: { ...standing({ publication: 'merged', visibility: 'visible', answered: 'NONE' }), mergedInto: whole, recount: invitationId, joinings: [asPart], touchedAt: at } }).exec();
    await this.ballots.close(ballotOf(part).id);
    await this.voices.countAgain();
    const params = { title: agreed.part.title, into: agreed.whole.title };
    const [about, key] = [{ kind: 'proposal', id: part }, `proposal.merged:${part}:${at.getTime()}`];
    await this.activity.recordMany([{ about, name: 'proposals.merged', params, at, key }]);
    await this.acts.merged({ id: part, intoId: whole, at });
    await this.inbox.tell({ to: asks, about, name: 'proposals.merge_question', params, isPersonal: true, mail: false, key });
  }

  private async ask({ giannis, maria, at }: { giannis: Citizen; maria: Citizen; at: Date }): Promise<void> {
    const _id = 'demo-merge-invitation-asked';
    const [partId, wholeId] = ['demo-merge-asking', 'demo-merge-asked'];
    await this.invite({ _id, partId, wholeId, partAuthorId: giannis.id, wholeAuthorId: maria.id, message: asked.message, addition: asked.addition, state: 'OPEN', waitsFor: 'WHOLE', slot: `${pairOf(partId, wholeId)} 0`, at, decidedAt: null, revision: 1 });
    await this.inbox.tell({ to: [maria.id], about: messageOf(_id), name: 'proposals.merge_asked', params: { title: asked.part.title, into: asked.whole.title }, mail: false, key: `merge:${_id}:1` });
  }

  private async invite(invitation: Omit<MergeInvitation, 'pair' | 'by' | 'senderId' | 'changed' | 'replierId' | 'reply' | 'isMessageHidden' | 'isReplyHidden' | 'expiresAt'>): Promise<void> {
    const { partId, wholeId, partAuthorId, at } = invitation;
    await this.invitations.create({ ...invitation, pair: pairOf(partId, wholeId), by: 'PART', senderId: partAuthorId, expiresAt: expiryOf(at) });
  }
}
