import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, verifiedBirthYear } from '@isegoria/identity/contracts';
import { type MutationWithdrawSignatureArgs, type SignInitiativeInput, type SignInitiativeResult, signInput } from '@isegoria/initiatives/contracts';
import { Clock, oneLine } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Ballots, Votes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { ballotIdOf, ballotOf, signed } from './initiative-ballot';
import { mayRead } from '../initiatives.rules';
import { Moves } from '../moves';
import { invalid, noInitiative, refuse } from '../refusals';
import { signatureId, SignatureRecord } from './signature.schema';

/** A signature: the vote is what counts; beside it stands what its check needs. Who may sign, and until when, the ballot says. */
@Injectable()
export class Signing {
  constructor(
    @InjectModel(SignatureRecord.name) private readonly signatures: Model<SignatureRecord>,
    private readonly moves: Moves,
    private readonly ballots: Ballots,
    private readonly votes: Votes,
    private readonly clock: Clock,
  ) {}

  /** The name is written before the vote is cast: a vote never stands without it, and a name without a vote is none. */
  async sign(citizen: Citizen, { initiativeId, digest, fullName, showsName, nonce }: SignInitiativeInput): Promise<SignInitiativeResult> {
    const problems = problemsOf(signInput, { digest, fullName, showsName, nonce });
    if (problems.length > 0) return invalid(problems);
    const initiative = await this.moves.find(initiativeId);
    if (!initiative?.opensAt || !mayRead(initiative, citizen)) return noInitiative;
    if (initiative.isHidden) return refuse('hidden');
    if (initiative.digest !== digest) return refuse('text');
    if (initiative.stage !== 'collecting') return { __typename: 'BallotClosed', closedAt: initiative.closesAt ?? this.clock.now() };
    const ballotId = ballotIdOf(initiativeId);
    if (!(await this.ballots.find(ballotId))) await this.ballots.open(ballotOf(initiative));

    const _id = signatureId(initiativeId, citizen.id);
    const record = { initiativeId, citizenId: citizen.id, personId: citizen.personId, fullName: oneLine(fullName), birthYear: verifiedBirthYear(citizen), districtId: citizen.districtId, showsName, nonce };
    const before = await this.signatures.findOneAndUpdate({ _id }, { $set: record, $setOnInsert: { signedAt: this.clock.now() } }, { upsert: true, returnDocument: 'before' }).lean<SignatureRecord>().exec();
    const cast = await this.votes.cast(citizen, { ballotId, answers: signed, nonce });
    // What was refused leaves no name. Of what nobody can say yet whether it counts, the end will tell.
    if (cast.__typename !== 'VoteCast' && cast.__typename !== 'NotKept' && !before) await this.signatures.deleteOne({ _id }).exec();
    return cast;
  }

  async withdraw(citizen: Citizen, { initiativeId, nonce }: MutationWithdrawSignatureArgs): Promise<SignInitiativeResult> {
    const initiative = await this.moves.find(initiativeId);
    if (!initiative?.opensAt || !mayRead(initiative, citizen)) return noInitiative;
    const record = await this.signatures.findById(signatureId(initiativeId, citizen.id)).lean<SignatureRecord>().exec();
    const cast = await this.votes.cast(citizen, { ballotId: ballotIdOf(initiativeId), answers: [], nonce });
    // Who signs anew in another tab meanwhile has written another one.
    if (cast.__typename === 'VoteCast' && record) await this.signatures.deleteOne({ _id: record._id, nonce: record.nonce }).exec();
    return cast;
  }
}
