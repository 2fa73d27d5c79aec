import { Injectable } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { auditText } from '@isegoria/votes/contracts';
import { Ballots } from '../ballots/ballots.service';
import { Box } from './box.schema';
import { OpenedBallots } from './opened-ballots';

/** Which sealed ballot became which opened one, as the opening noted it. */
interface Match {
  set: string;
  commitment: string;
  /** As the browser sent it, so that trustees with their key can open it once more by themselves. */
  sealed: string;
  /** The id of the opened ballot. */
  ballot: string;
}

/** Gives trustees the file with which they check that commitments and opened ballots match one to one. Nobody else sees it: beside a receipt it tells a choice. */
@Injectable()
export class BoxAudit {
  constructor(
    @InjectConnection() private readonly mongo: Connection,
    @InjectModel(Box.name) private readonly boxes: Model<Box>,
    private readonly ballots: Ballots,
    private readonly opened: OpenedBallots,
  ) {}

  /** Null for who is no trustee of the box, and while it is not opened. */
  async file(citizen: Citizen, ballotId: string): Promise<string | null> {
    const [box, ballot, opened] = await Promise.all([this.boxes.findById(ballotId).lean<Box>().exec(), this.ballots.find(ballotId), this.opened.all(ballotId)]);
    if (!box?.sets || !box.result || !ballot || !opened || !box.trustees.some(({ citizenId }) => citizenId === citizen.id)) return null;
    const papers = new Map(opened.map((paper) => [paper._id, paper]));
    const matches = await this.mongo.collection<Match>('box_audits').find({ set: box.sets.audit }).toArray();
    const lines = matches.flatMap(({ commitment, sealed, ballot: id }) => {
      const paper = papers.get(id);
      return paper ? [{ commitment, sealed, ballot: id, fate: paper.fate, answers: paper.answers }] : [];
    });
    const head = { box: ballotId, publicKey: box.publicKey ?? '', questions: ballot.questions.map(({ costs, ...question }) => ({ ...question, ...(costs ? { costs: [...costs] } : {}) })), result: box.result };
    return auditText({ head, lines: lines.sort((a, b) => (a.commitment < b.commitment ? -1 : 1)) });
  }
}
