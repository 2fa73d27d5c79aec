import { Injectable } from '@nestjs/common';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { fromBase64url } from '@isegoria/ledger/contracts';
import { type Allowance, Limits, Subjects, unwrapped, wrapped } from '@isegoria/kernel/api';
import {
  type BallotBox, type GiveShareResult, joinedKey, type MutationGiveShareArgs, type MutationSetBoxKeyArgs, type SetBoxKeyResult, shareDigest, trusteeCount,
} from '@isegoria/votes/contracts';
import { Ballots } from '../ballots/ballots.service';
import { Box } from './box.schema';
import { Boxes, stateOf } from './boxes.service';
import { CityClock } from '../city-clock';
import { Opening } from './opening.service';
import { publicName } from '../ballots/shown-ballot';
import { hasClosed } from '../votes.rules';

const mostShown = 100;
const tries: Allowance = { points: 20, seconds: 600 };

/** The trustees' part: a box gets its key, and is opened with two shares of it. */
@Injectable()
export class Trustees {
  constructor(
    @InjectModel(Box.name) private readonly model: Model<Box>,
    private readonly boxes: Boxes,
    private readonly ballots: Ballots,
    private readonly opening: Opening,
    private readonly citizens: Citizens,
    private readonly subjects: Subjects,
    private readonly limits: Limits,
    private readonly clock: CityClock,
  ) {}

  async setKey({ ballotId, publicKey, trustees }: MutationSetBoxKeyArgs): Promise<SetBoxKeyResult> {
    if (!(await this.boxes.fresh(ballotId))) return { __typename: 'NotFound', reason: 'box' };
    if (fromBase64url(publicKey).length !== 32) return { __typename: 'Invalid', problems: [{ field: 'publicKey', code: 'invalid', limit: null }] };
    const known = await Promise.all(trustees.map(({ citizenId }) => this.citizens.find(citizenId)));
    const isRight = known.every((trustee) => trustee !== null) && new Set(trustees.map(({ citizenId }) => citizenId)).size === trusteeCount && trustees.length === trusteeCount;
    if (!isRight) return { __typename: 'Invalid', problems: [{ field: 'trustees', code: 'invalid', limit: trusteeCount }] };
    const isSet = await this.boxes.setKey(ballotId, publicKey, trustees.map(({ citizenId, digest }) => ({ citizenId, digest })));
    if (!isSet) return { __typename: 'NotAllowed', reason: 'key' };
    return { __typename: 'BoxKeySet', box: await this.shownFresh(ballotId) };
  }

  /** A share that is not the right one changes nothing. The second right one makes the key, which is never written anywhere. */
  async give(citizen: Citizen, { ballotId, share }: MutationGiveShareArgs): Promise<GiveShareResult> {
    const tooMany = await this.limits.take('shares', citizen.id, tries);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    const [box, ballot] = await Promise.all([this.boxes.fresh(ballotId), this.ballots.find(ballotId)]);
    const trustee = box?.trustees.find(({ citizenId }) => citizenId === citizen.id);
    if (!box?.publicKey || !ballot) return { __typename: 'NotFound', reason: 'box' };
    if (!trustee) return { __typename: 'NotAllowed', reason: 'trustee' };
    const state = stateOf(box, this.clock.now());
    if (state === 'opened' || state === 'opening') return { __typename: 'NotAllowed', reason: state };
    if (!hasClosed(ballot.closesAt, await this.clock.sure())) return { __typename: 'NotAllowed', reason: 'early' };
    if (shareDigest(share) !== trustee.digest) return { __typename: 'NotAllowed', reason: 'share' };

    const other = box.given && box.given.citizenId !== citizen.id ? unwrapped(box.given.share, 'boxes').toString() : null;
    if (other === null) await this.keep(ballotId, citizen.id, share);
    const key = other === null ? null : await joinedKey(box.publicKey, [other, share]);
    if (other !== null && !key) return { __typename: 'NotAllowed', reason: 'share' };
    if (key && !(await this.opening.begin(ballot, key))) return { __typename: 'NotAllowed', reason: 'opening' };
    return { __typename: 'ShareTaken', box: await this.shownFresh(ballotId) };
  }

  /** The boxes with what everybody may know of them: those that are still to open, then those that were opened, the newest first. At most a hundred. */
  async shown(): Promise<BallotBox[]> {
    const newest = (filter: QueryFilter<Box>, limit: number) => this.model.find(filter).sort({ _id: -1 }).limit(limit).lean<Box[]>().exec();
    const ahead = await newest({ result: null }, mostShown);
    const opened = ahead.length < mostShown ? await newest({ result: { $ne: null } }, mostShown - ahead.length) : [];
    return Promise.all([...ahead, ...opened].map((box) => this.show(box)));
  }

  async show(box: Box): Promise<BallotBox> {
    const { _id: ballotId, publicKey, size, result, trustees, given } = box;
    const ballot = await this.ballots.find(ballotId);
    const card = ballot && (await this.subjects.card(ballot.subject));
    const names = await this.citizens.cards(trustees.map(({ citizenId }) => citizenId));
    return {
      ballotId,
      ...publicName(card),
      state: stateOf(box, this.clock.now()),
      publicKey,
      size,
      trustees: trustees.map(({ citizenId }) => ({ citizenId, name: names.get(citizenId)?.name ?? '', hasGiven: given?.citizenId === citizenId })),
      isDemo: publicKey !== null && trustees.length === 0,
      result,
    };
  }

  private async shownFresh(ballotId: string): Promise<BallotBox> {
    const box = await this.boxes.fresh(ballotId);
    if (!box) throw new Error(`The box ${ballotId} is gone.`);
    return this.show(box);
  }

  /** Of two trustees who give at once, one is the first; the other is asked for it again. */
  private async keep(ballotId: string, citizenId: string, share: string): Promise<void> {
    const given = { citizenId, share: wrapped(Buffer.from(share.trim()), 'boxes') };
    await this.model.updateOne({ _id: ballotId, result: null, $or: [{ given: null }, { 'given.citizenId': citizenId }] }, { $set: { given } }, { writeConcern: { w: 'majority' } });
  }
}
