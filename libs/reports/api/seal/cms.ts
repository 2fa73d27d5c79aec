/**
 * A detached CMS signature (RFC 5652) as PAdES baseline B-B asks for it (ETSI EN 319 142-1, 6.3): SHA-256, the signed attributes content-type, message-digest and
 * signing-certificate-v2 (RFC 5035), the certificates with it, and no signing-time, which stands in the PDF. node-forge writes ASN.1 but knows no other attributes than its own.
 */
import { createHash, sign } from 'node:crypto';
import forge from 'node-forge';
import type { Seal } from './seal';

const { asn1 } = forge;
type Asn1 = forge.asn1.Asn1;

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

/** The signature over these pieces, taken together, in DER. */
export function cmsOf(pieces: readonly Buffer[], seal: Seal): Buffer {
  const own = seal.certificate.raw;
  const digest = createHash('sha256');
  for (const piece of pieces) digest.update(piece);
  const attributes = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(digest.digest())),
    // ESSCertIDv2 with its default hash, SHA-256: only the hash of the certificate.
    attribute(OID.signingCertificateV2, sequence(sequence(sequence(octets(sha256(own)))))),
  ];
  // What is signed is the attributes as a SET in DER order; what is sent is the same under an implicit tag.
  const ordered = attributes.map((one) => ({ one, der: derOf(one) })).sort((a, b) => Buffer.compare(a.der, b.der)).map(({ one }) => one);
  const signature = sign('sha256', derOf(set(...ordered)), seal.key);
  const { issuer, serial } = namesOf(own);
  const signer = sequence(integer(1), sequence(issuer, serial), algorithm(OID.sha256), tagged(...ordered), signatureAlgorithm(seal), octets(signature));
  const certificates = [own, ...seal.chain.map(({ raw }) => raw)].map(fromDer);
  const signedData = sequence(integer(1), set(algorithm(OID.sha256)), sequence(oid(OID.data)), tagged(...certificates), set(signer));
  return derOf(sequence(oid(OID.signedData), tagged(signedData)));
}

/** Issuer and serial number, as the certificate itself writes them. */
function namesOf(certificate: Buffer): { issuer: Asn1; serial: Asn1 } {
  const [tbs] = childrenOf(fromDer(certificate));
  const fields = tbs ? childrenOf(tbs) : [];
  const afterVersion = fields[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC ? fields.slice(1) : fields;
  const [serial, , issuer] = afterVersion;
  if (!issuer || !serial) throw new Error('The certificate has no issuer.');
  return { issuer, serial };
}

const signatureAlgorithm = ({ key }: Seal): Asn1 => (key.asymmetricKeyType === 'ec' ? sequence(oid(OID.ecdsaWithSha256)) : algorithm(OID.rsaWithSha256));
const algorithm = (id: string): Asn1 => sequence(oid(id), asn1.create(asn1.Class.UNIVERSAL, asn1.Type.NULL, false, ''));
const attribute = (id: string, value: Asn1): Asn1 => sequence(oid(id), set(value));
const sequence = (...parts: Asn1[]): Asn1 => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, parts);
const set = (...parts: Asn1[]): Asn1 => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, parts);
const tagged = (...parts: Asn1[]): Asn1 => asn1.create(asn1.Class.CONTEXT_SPECIFIC, 0 as forge.asn1.Type, true, parts);
const oid = (id: string): Asn1 => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(id).getBytes());
const octets = (bytes: Buffer): Asn1 => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OCTETSTRING, false, bytes.toString('binary'));
const integer = (value: number): Asn1 => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.INTEGER, false, asn1.integerToDer(value).getBytes());
const childrenOf = ({ value }: Asn1): Asn1[] => (Array.isArray(value) ? value : []);
const fromDer = (bytes: Buffer): Asn1 => asn1.fromDer(bytes.toString('binary'));
const derOf = (value: Asn1): Buffer => Buffer.from(asn1.toDer(value).getBytes(), 'binary');
const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
