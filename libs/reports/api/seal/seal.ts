/**
 * The key and the certificate that reports are signed by: the municipality's own, or one that the city makes for itself at first need.
 * Two processes that start at once end up with the same: the file is made whole under another name and linked, and the first link wins.
 */
import { createPrivateKey, generateKeyPair, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import forge from 'node-forge';

export interface Seal {
  key: KeyObject;
  certificate: X509Certificate;
  /** The certificates between ours and its root, as far as the file has them. */
  chain: X509Certificate[];
  isSelfSigned: boolean;
}

const YEARS = 10;
const BITS = 3072;
/** X.520, upper bounds of a name's parts. */
const LONGEST_NAME = 64;

/** Reads a PKCS #12 file. Throws a sentence where it cannot be read or holds no key with its certificate. */
export function sealFromP12(file: Buffer, password: string): Seal {
  const p12 = opened(file, password);
  const bags = p12.safeContents.flatMap(({ safeBags }) => safeBags);
  const keyBag = bags.find(({ type }) => type === forge.pki.oids['pkcs8ShroudedKeyBag'] || type === forge.pki.oids['keyBag']);
  const keyInfo = keyBag?.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(keyBag.key)) : keyBag?.asn1;
  if (!keyInfo) throw new Error('REPORTS_P12 holds no private key.');
  const key = createPrivateKey({ key: derOf(keyInfo), format: 'der', type: 'pkcs8' });
  const certificates = bags.filter(({ type }) => type === forge.pki.oids['certBag']).flatMap(({ cert, asn1 }) => (cert ? derOf(forge.pki.certificateToAsn1(cert)) : asn1 ? derOf(asn1) : [])).map((der) => new X509Certificate(der));
  const certificate = certificates.find((one) => one.checkPrivateKey(key));
  if (!certificate) throw new Error('REPORTS_P12 holds no certificate of its key.');
  const others = certificates.filter((one) => one !== certificate);
  return { key, certificate, chain: others, isSelfSigned: certificate.checkIssued(certificate) };
}

function opened(file: Buffer, password: string): forge.pkcs12.Pkcs12Pfx {
  try {
    return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(file.toString('binary')), false, password);
  } catch (error) {
    throw new Error(`REPORTS_P12 cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The city's own, read from the folder or made there. */
export async function ownSeal(folder: string, city: string): Promise<Seal> {
  const path = join(folder, 'reports-seal.pem');
  const pem = readIfThere(path) ?? (await kept(path, folder, city));
  return { key: createPrivateKey(pem), certificate: new X509Certificate(pem), chain: [], isSelfSigned: true };
}

async function kept(path: string, folder: string, city: string): Promise<string> {
  const pem = await newSeal(city);
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, pem, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8');
}

/** Primes are looked for beside the event loop: it may take seconds. */
async function newSeal(city: string): Promise<string> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITS, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = new Date(Date.now() - 60_000);
  certificate.validity.notAfter = new Date(Date.now() + YEARS * 365.25 * 86_400_000);
  const name = [part('organizationName', city), part('commonName', `Ισηγορία: εκθέσεις`)];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', critical: true, digitalSignature: true, nonRepudiation: true },
    // Document signing, RFC 9336.
    { name: 'extKeyUsage', '1.3.6.1.5.5.7.3.36': true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  return `${forge.pki.certificateToPem(certificate)}${privateKey}`;
}

const part = (name: string, text: string) => ({ name, value: [...text].slice(0, LONGEST_NAME).join(''), valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class });

const derOf = (value: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(value).getBytes(), 'binary');

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;
