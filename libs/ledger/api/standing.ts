import { Injectable } from '@nestjs/common';
import { base64, type Ledger as LedgerNow, mergeDelaySeconds, verifierKey } from '@isegoria/ledger/contracts';
import { Ledger } from './ledger.service';
import { LedgerKey } from './ledger-key';

/** How the ledger stands, for its page. */
@Injectable()
export class Standing {
  constructor(
    private readonly ledger: Ledger,
    private readonly key: LedgerKey,
  ) {}

  async now(): Promise<LedgerNow> {
    const { origin, size, root } = await this.ledger.checkpoint();
    return { origin, size, root: base64(root), key: verifierKey(this.key.key), mergeDelaySeconds, witnesses: [] };
  }
}
