import { base64url, concatBytes, fromBase64url, utf8ToBytes } from '@isegoria/ledger/contracts';

/**
 * How a ballot is sealed, in the browser and wherever a box is opened: HPKE (RFC 9180) in base mode, DHKEM(X25519, HKDF-SHA256),
 * HKDF-SHA256, AES-256-GCM. A sealed ballot is the encapsulated key (32 bytes) and the ciphertext, base64url. The ballot's id
 * is authenticated with it, so that it cannot be put into another box. The library is loaded when somebody seals or opens.
 */
const purpose = utf8ToBytes('isegoria sealed ballot v1');
const encapsulated = 32;
const tag = 16;

/** A box's private key, 32 bytes; it exists whole only while a key is made and while a box is opened. */
export type BoxKey = Uint8Array;

/** How long a sealed ballot is in base64url; every ballot of a box has the same length. */
export function sealedLength(size: number): number {
  return Math.ceil(((encapsulated + size + tag) * 4) / 3);
}

/** Encrypts the padded bytes of a ballot to its box. */
export async function seal({ ballotId, publicKey }: { ballotId: string; publicKey: string }, padded: Uint8Array): Promise<string> {
  const suite = await hpke();
  const recipientPublicKey = await suite.kem.deserializePublicKey(whole(fromBase64url(publicKey)));
  const sender = await suite.createSenderContext({ recipientPublicKey, info: whole(purpose) });
  const sealed = await sender.seal(whole(padded), whole(utf8ToBytes(ballotId)));
  return base64url(concatBytes(new Uint8Array(sender.enc), new Uint8Array(sealed)));
}

/** Opens what was sealed; null where it was not sealed for this box, or was changed. */
export async function unseal({ ballotId, key }: { ballotId: string; key: BoxKey }, sealed: string): Promise<Uint8Array | null> {
  const suite = await hpke();
  const bytes = fromBase64url(sealed);
  const recipientKey = await suite.kem.deserializePrivateKey(whole(key));
  try {
    const recipient = await suite.createRecipientContext({ recipientKey, enc: whole(bytes.slice(0, encapsulated)), info: whole(purpose) });
    return new Uint8Array(await recipient.open(whole(bytes.slice(encapsulated)), whole(utf8ToBytes(ballotId))));
  } catch {
    return null;
  }
}

/** A new key for a box. */
export async function makeBoxKey(): Promise<{ publicKey: string; key: BoxKey }> {
  const suite = await hpke();
  const pair = await suite.kem.generateKeyPair();
  const [open, secret] = [await suite.kem.serializePublicKey(pair.publicKey), await suite.kem.serializePrivateKey(pair.privateKey)];
  return { publicKey: base64url(new Uint8Array(open)), key: new Uint8Array(secret) };
}

/** Whether a private key belongs to a public one: what is sealed to the one, the other opens. */
export async function isKeyOf(publicKey: string, key: BoxKey): Promise<boolean> {
  if (key.length !== 32) return false;
  const probe = await seal({ ballotId: 'probe', publicKey }, new Uint8Array(1));
  return (await unseal({ ballotId: 'probe', key }, probe)) !== null;
}

async function hpke() {
  const [{ Aes256Gcm, CipherSuite, HkdfSha256 }, { DhkemX25519HkdfSha256 }] = await Promise.all([import('@hpke/core'), import('@hpke/dhkem-x25519')]);
  return new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

/** A copy with a buffer of its own, as the library takes it. */
function whole(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
