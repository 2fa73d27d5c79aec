import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { concatBytes, cosignedText, emptyRoot, fromBase64, isContinued, isSame, noteKey, noteText, openCheckpoint, parseVerifierKey, utf8ToBytes, verifierKey } from '@isegoria/ledger/contracts';

/** A second party with a key of its own. */
export function aWitness(name: string) {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = noteKey(name, 4, rawPublic(privateKey));
  return {
    key,
    vkey: verifierKey(key),
    cosigned(text: string, time: number, signed = text): string {
      const stamp = new Uint8Array(8);
      new DataView(stamp.buffer).setBigUint64(0, BigInt(time));
      const signature = concatBytes(stamp, new Uint8Array(sign(null, utf8ToBytes(cosignedText(signed, time)), privateKey)));
      return noteText({ text, signatures: [{ name, keyId: key.keyId, signature }] });
    },
  };
}

function rawPublic(secret: KeyObject): Uint8Array {
  const pem = secret.export({ format: 'pem', type: 'pkcs8' });
  return new Uint8Array(createPublicKey(createPrivateKey(pem)).export({ format: 'der', type: 'spki' }).subarray(-32));
}

/** A witness that waits to be asked, by the letter of https://c2sp.org/tlog-witness, and keeps what it confirmed in memory. */
export async function aServingWitness(name: string) {
  const witness = aWitness(name);
  const seen = { size: 0, root: emptyRoot };
  const asked: { old: number; proof: number; status: number }[] = [];
  const by = { logKey: '', status: 0, time: 1_790_000_000 };
  const judge = (body: string): { status: number; text: string; isSize?: true } => {
    const [head = '', ...rest] = body.split('\n\n');
    const [first = '', ...lines] = head.split('\n');
    const old = Number(/^old (\d+)$/.exec(first)?.[1] ?? -1);
    const proof = lines.map((line) => fromBase64(line) ?? new Uint8Array());
    const answer = (status: number, text = '', isSize?: true) => {
      asked.push({ old, proof: proof.length, status });
      return { status, text, ...(isSize ? { isSize } : {}) };
    };
    if (by.status) return answer(by.status, 'as the test wishes\n');
    const key = parseVerifierKey(by.logKey);
    const opened = key && openCheckpoint(rest.join('\n\n'), key);
    if (!opened) return answer(403);
    const { checkpoint, note } = opened;
    if (old < 0 || old > checkpoint.size) return answer(400);
    if (old !== seen.size || (old === checkpoint.size && !isSame(seen.root, checkpoint.root))) return answer(409, `${seen.size}\n`, true);
    const isRight = old === 0 ? proof.length === 0 : isContinued({ older: seen, newer: checkpoint, proof });
    if (!isRight) return answer(422);
    Object.assign(seen, { size: checkpoint.size, root: checkpoint.root });
    return answer(200, witness.cosigned(note.text, (by.time += 1)).split('\n\n')[1]);
  };
  const server: Server = createServer((req, res) => {
    const pieces: Buffer[] = [];
    req.on('data', (piece: Buffer) => pieces.push(piece));
    req.on('end', () => {
      if (req.url !== '/submit/add-checkpoint' || req.method !== 'POST') return res.writeHead(404).end();
      const { status, text, isSize } = judge(Buffer.concat(pieces).toString());
      return res.writeHead(status, { 'content-type': isSize ? 'text/x.tlog.size' : 'text/plain' }).end(text);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/submit/`;
  return { ...witness, seen, asked, by, url, close: () => new Promise((closed) => server.close(closed)) };
}
