import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** What a page of the city, or of somebody else, asks a device. */
interface Asked {
  challenge: string;
  rpId?: string;
  rp?: { id?: string };
  user?: { id: string };
}

/** What may be wrong with an answer. */
export interface Odd {
  origin?: string;
  challenge?: string;
  /** Answered without a finger, a face or a PIN. */
  isUnverified?: boolean;
  /** Left as it stood: what a copy of the device would say. */
  counter?: number;
}

/** A device of a test that keeps one passkey (ES256): it does what a phone does, in software. */
export class Device {
  readonly id = randomBytes(24).toString('base64url');
  counter = 0;
  private readonly key: { privateKey: KeyObject; publicKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private owner = '';

  constructor(private readonly origin: string) {}

  /** Makes its passkey, as `navigator.credentials.create` answers it. */
  makes(asked: Asked, odd: Odd = {}) {
    this.owner = asked.user?.id ?? '';
    const authData = Buffer.concat([this.state(asked.rp?.id ?? '', 0x40, odd), Buffer.alloc(16), length16(Buffer.from(this.id, 'base64url').length), Buffer.from(this.id, 'base64url'), this.publicKey()]);
    const attestationObject = cbor(new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData', authData]]));
    return { ...this.named(), response: { clientDataJSON: this.client('webauthn.create', asked, odd), attestationObject: attestationObject.toString('base64url'), transports: ['internal'] } };
  }

  /** Answers with it, as `navigator.credentials.get` does. */
  answers(asked: Asked, odd: Odd = {}) {
    this.counter = odd.counter ?? this.counter + 1;
    const clientDataJSON = this.client('webauthn.get', asked, odd);
    const authenticatorData = this.state(asked.rpId ?? '', 0, odd);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()]);
    const signature = createSign('sha256').update(signed).sign(this.key.privateKey).toString('base64url');
    return { ...this.named(), response: { clientDataJSON, authenticatorData: authenticatorData.toString('base64url'), signature, userHandle: this.owner } };
  }

  private named() {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} };
  }

  private client(type: string, { challenge }: Asked, odd: Odd): string {
    return Buffer.from(JSON.stringify({ type, challenge: odd.challenge ?? challenge, origin: odd.origin ?? this.origin, crossOrigin: false })).toString('base64url');
  }

  private state(rpId: string, flags: number, { isUnverified = false }: Odd): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags | 0x01 | (isUnverified ? 0 : 0x04)]), counter]);
  }

  /** COSE (RFC 9052): key type, algorithm, curve and the two coordinates. */
  private publicKey(): Buffer {
    const { x = '', y = '' } = this.key.publicKey.export({ format: 'jwk' });
    return cbor(new Map<number, unknown>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]));
  }
}

/** As much of CBOR (RFC 8949) as a passkey is written in. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])]);
  throw new Error('A passkey holds no such thing.');
}

function head(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size]);
  return size < 256 ? Buffer.from([(kind << 5) | 24, size]) : Buffer.concat([Buffer.from([(kind << 5) | 25]), length16(size)]);
}

function length16(size: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(size);
  return bytes;
}
