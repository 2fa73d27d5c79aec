import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** A person's id is laid out to this many bytes, so that the length of a name tells nothing. */
const longestPerson = 96;

/**
 * The names of voters on one sealed ballot. A name stands in the log in the person's place: the same one at each vote, so that
 * the last ballot replaces the others, and it leads back to the person only with the box's secret. The secret is thrown away
 * when the box is opened; from then on a name is nobody's (decision 006). The construction is that of SIV (RFC 5297) with HMAC
 * for the check: the name is encrypted under a key, beginning at a place that follows from the name itself.
 */
export class VoterNames {
  private readonly mark: Buffer;
  private readonly key: Buffer;

  /** @param secret 32 bytes, of this box alone. */
  constructor(secret: Buffer) {
    this.mark = derived(secret, 'mark');
    this.key = derived(secret, 'key');
  }

  of(personId: string): string {
    const plain = Buffer.alloc(longestPerson);
    if (plain.write(personId) < Buffer.byteLength(personId)) throw new Error('A person’s id is longer than a voter’s name can hold.');
    const start = this.startOf(plain);
    return Buffer.concat([start, createCipheriv('aes-256-ctr', this.key, start).update(plain)]).toString('base64url');
  }

  /** The person behind a name; null where it is no name of this box. */
  personOf(name: string): string | null {
    const bytes = Buffer.from(name, 'base64url');
    const start = bytes.subarray(0, 16);
    if (bytes.length !== 16 + longestPerson) return null;
    const plain = createDecipheriv('aes-256-ctr', this.key, start).update(bytes.subarray(16));
    return this.startOf(plain).equals(start) ? plain.toString('utf8').replace(/\0+$/, '') : null;
  }

  private startOf(plain: Buffer): Buffer {
    return createHmac('sha256', this.mark).update(plain).digest().subarray(0, 16);
  }
}

function derived(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'isegoria box', purpose, 32));
}
