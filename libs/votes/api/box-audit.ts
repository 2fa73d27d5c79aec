import { Injectable } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Box } from './box.schema';

/** One line of the trustees' file: the ballot that a sealed one became. */
export interface AuditLine {
  /** As the ledger has it. */
  commitment: string;
  /** As the browser sent it, so that trustees with their key can open it once more by themselves. */
  sealed: string;
  /** The id of the opened ballot. */
  ballot: string;
}

/** With this file trustees check that commitments and opened ballots match one to one. Nobody else sees it: beside a receipt it tells a choice. */
@Injectable()
export class BoxAudit {
  constructor(
    @InjectConnection() private readonly mongo: Connection,
    @InjectModel(Box.name) private readonly boxes: Model<Box>,
  ) {}

  /** Null for who is no trustee of the box, and while it is not opened. */
  async file(citizen: Citizen, ballotId: string): Promise<string | null> {
    const box = await this.boxes.findById(ballotId).lean<Box>().exec();
    if (!box?.sets || !box.trustees.some(({ citizenId }) => citizenId === citizen.id)) return null;
    const lines = await this.mongo.collection<AuditLine & { set: string }>('box_audits').find({ set: box.sets.audit }).toArray();
    const ordered = lines.sort((a, b) => (a.commitment < b.commitment ? -1 : 1));
    return ordered.map(({ commitment, sealed, ballot }) => `${JSON.stringify({ commitment, sealed, ballot })}\n`).join('');
  }
}
