import { Injectable } from '@nestjs/common';
import { base64, type Ledger as LedgerNow, mergeDelaySeconds, verifierKey } from '@isegoria/ledger/contracts';
import { ledgerEnv } from './ledger.env';
import { Ledger } from './ledger.service';
import { LedgerKey } from './ledger-key';
import { Witnesses } from './witnesses/witnesses.service';

/** How the ledger stands, for its page. */
@Injectable()
export class Standing {
  constructor(
    private readonly ledger: Ledger,
    private readonly witnesses: Witnesses,
    private readonly key: LedgerKey,
  ) {}

  async now(): Promise<LedgerNow> {
    const { origin, size, root } = await this.ledger.checkpoint();
    return { origin, size, root: base64(root), key: verifierKey(this.key.key), mergeDelaySeconds, witnesses: await this.named() };
  }

  private async named(): Promise<LedgerNow['witnesses']> {
    const confirmed = new Map((await this.witnesses.all()).map((one) => [one._id, one]));
    return ledgerEnv.LEDGER_WITNESSES.map((witness) => {
      const [key, { size, time }] = [verifierKey(witness), confirmed.get(verifierKey(witness)) ?? { size: null, time: null }];
      return { name: witness.name, key, size, at: time === null ? null : new Date(time * 1000) };
    });
  }
}
