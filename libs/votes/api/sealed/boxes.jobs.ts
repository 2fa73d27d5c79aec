import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { eachLeft, Events, Jobs, unwrapped } from '@isegoria/kernel/api';
import { PublicActs } from '@isegoria/ledger/api';
import { joinedKey, trusteesNeeded } from '@isegoria/votes/contracts';
import type { Ballot } from '../ballots/ballot.schema';
import { Ballots } from '../ballots/ballots.service';
import { Box } from './box.schema';
import { CityClock } from '../city-clock';
import { Herald } from '../count/herald';
import { Opening } from './opening.service';
import { hasClosed } from '../votes.rules';

const everyMs = 3000;

/** What boxes need after and besides their trustees. Everything here may run twice. */
@Injectable()
export class BoxesJobs implements OnModuleInit {
  constructor(
    @InjectConnection() private readonly mongo: Connection,
    @InjectModel(Box.name) private readonly boxes: Model<Box>,
    private readonly ballots: Ballots,
    private readonly opening: Opening,
    private readonly jobs: Jobs,
    private readonly acts: PublicActs,
    private readonly events: Events,
    private readonly herald: Herald,
    private readonly clock: CityClock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('votes.boxes', everyMs, () => this.look());
  }

  async look(): Promise<void> {
    await eachLeft('boxes', await this.boxes.find({ result: { $ne: null }, isTold: false }).limit(20).lean<Box[]>().exec(), (box) => this.tell(box));
    await eachLeft('boxes', await this.boxes.find({ result: null, demoShares: { $ne: null } }).limit(20).lean<Box[]>().exec(), (box) => this.openDemo(box));
  }

  /** In a demo city nobody comes with a share: the box opens itself when its ballot is over. */
  private async openDemo({ _id, publicKey, demoShares }: Box): Promise<void> {
    const ballot = await this.ballots.find(_id);
    if (!ballot || !publicKey || !demoShares || !hasClosed(ballot.closesAt, await this.clock.sure())) return;
    const key = await joinedKey(publicKey, demoShares.slice(0, trusteesNeeded).map((share) => unwrapped(share, 'boxes').toString()));
    if (key) await this.opening.begin(ballot, key);
  }

  /** Into the ledger, to the slices and to the room; and what broken openings left is cleared away. */
  private async tell(box: Box): Promise<void> {
    const ballot = await this.ballots.find(box._id);
    if (!ballot || !box.result || !box.sums) return;
    await this.logActs(ballot, box.result, box.sums);
    await this.clear(box);
    await this.herald.tell({ ballots: [box._id], joined: [], left: [] });
    await this.events.publish('ballot.opened', { ballotId: box._id, subject: ballot.subject, kind: ballot.kind, result: box.result });
    await this.boxes.updateOne({ _id: box._id }, { $set: { isTold: true } });
  }

  private async logActs({ _id, subject }: Ballot, result: NonNullable<Box['result']>, sums: NonNullable<Box['sums']>): Promise<void> {
    const common = { rule: 'sealed-ballot/1', role: 'trustees', subject: { kind: subject.kind, id: subject.id } };
    const tally = JSON.stringify(Object.entries(sums.counts).sort(([a], [b]) => (a < b ? -1 : 1)));
    await this.acts.record({ ...common, act: 'ballot.opened', id: `ballot.opened:${_id}`, body: { ballot: _id, ...result } });
    const digest = createHash('sha256').update(tally).digest('base64url');
    await this.acts.record({ ...common, act: 'ballot.result', id: `ballot.result:${_id}`, body: { ballot: _id, voters: sums.voters, counts: sums.counts, digest } });
  }

  private async clear({ staged, sets }: Box): Promise<void> {
    for (const left of staged.filter(({ papers }) => papers !== sets?.papers)) {
      await this.mongo.collection('opened_ballots').deleteMany({ set: left.papers });
      await this.mongo.collection('box_electors').deleteMany({ set: left.electors });
      await this.mongo.collection('box_audits').deleteMany({ set: left.audit });
    }
  }
}
