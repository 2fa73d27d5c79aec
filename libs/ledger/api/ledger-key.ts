import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { publicUrl, secretFor } from '@isegoria/kernel/api';
import { type NoteKey, noteKey, noteText } from '@isegoria/ledger/contracts';
import { ledgerEnv } from './ledger.env';

/** What stands before the 32 bytes of a seed in the PKCS #8 form of an Ed25519 key (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key that signs for the ledger. It does not leave the process; what it signs is the same at every try (RFC 8032). */
@Injectable()
export class LedgerKey {
  private readonly secret: KeyObject;
  /** The log's name: its address without the scheme, as the convention of tiles asks. */
  readonly origin = `${publicUrl().replace(/^https?:\/\//, '')}/ledger`;
  readonly key: NoteKey;

  constructor() {
    const seed = ledgerEnv.LEDGER_KEY ?? secretFor('ledger');
    this.secret = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(this.secret).export({ format: 'der', type: 'spki' });
    this.key = noteKey(this.origin, 1, new Uint8Array(spki.subarray(-32)));
  }

  /** The text as a signed note. */
  sign(text: string): string {
    const signature = new Uint8Array(sign(null, Buffer.from(text), this.secret));
    return noteText({ text, signatures: [{ name: this.key.name, keyId: this.key.keyId, signature }] });
  }
}
