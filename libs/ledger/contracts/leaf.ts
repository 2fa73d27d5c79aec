import { z } from 'zod';
import { base64url, textOf, utf8ToBytes } from './bytes';
import { leafHash } from './merkle';
import { sha256 } from './sha256';

/** What canonical JSON may hold in the body of an act. Whole numbers only: a fraction is written differently here and there. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** How a vote came in. */
export const channels = ['online', 'desk', 'paper', 'phone'] as const;
export type Channel = (typeof channels)[number];

/** A vote of which everybody may know what was chosen, under a name that is another one on every ballot. */
export interface OpenVote {
  v: 1;
  type: 'vote';
  ballot: string;
  kind: string;
  voter: string;
  /** base64url of the SHA-256 of the name under which the city keeps the press: it makes each leaf another. */
  press: string;
  channel: Channel;
  /** Empty: the vote was taken back. */
  choice: string[];
}

/** A vote of which only the commitment is known until the ballots are opened. */
export interface SecretVote {
  v: 1;
  type: 'vote';
  ballot: string;
  kind: string;
  press: string;
  channel: Channel;
  /** base64url of a SHA-256. */
  commitment: string;
}

/** An act of power over others' voice: what was done, by which rule, in which role. Never by whom. */
export interface PublicAct {
  v: 1;
  type: 'act';
  act: string;
  id: string;
  rule: string | null;
  role: string;
  subject: { kind: string; id: string };
  /** What must be checkable: counts, or the digest of a public text. */
  body?: Record<string, Plain>;
}

export type Leaf = OpenVote | SecretVote | PublicAct;

/** The most bytes of one leaf: its length is written in two bytes. */
export const longestLeaf = 65_535;

const word = z.string();
const plain: z.ZodType<Plain> = z.lazy(() => z.union([word, z.int(), z.boolean(), z.null(), z.array(plain), z.record(z.string(), plain)]));
const vote = { v: z.literal(1), type: z.literal('vote'), ballot: word, kind: word, press: word, channel: z.enum(channels) };
const leafShape: z.ZodType<Leaf> = z.union([
  z.strictObject({ ...vote, voter: word, choice: z.array(word) }),
  z.strictObject({ ...vote, commitment: word }),
  z.strictObject({
    v: z.literal(1), type: z.literal('act'), act: word, id: word, rule: word.nullable(), role: word,
    subject: z.strictObject({ kind: word, id: word }), body: z.record(z.string(), plain).optional(),
  }),
]);

/** One line of JSON, the keys in this order and in every body by the alphabet, without spaces. */
export function leafText(leaf: Leaf): string {
  if (leaf.type === 'act') {
    const { v, type, act, id, rule, role, subject, body } = leaf;
    const known = { v, type, act, id, rule, role, subject: { kind: subject.kind, id: subject.id } };
    return JSON.stringify(body ? { ...known, body: inOrder(body) } : known);
  }
  const { v, type, ballot, kind, press, channel } = leaf;
  if ('commitment' in leaf) return JSON.stringify({ v, type, ballot, kind, press, channel, commitment: leaf.commitment });
  return JSON.stringify({ v, type, ballot, kind, voter: leaf.voter, press, channel, choice: leaf.choice });
}

/** The bytes that stand in the ledger. */
export function leafBytes(leaf: Leaf): Uint8Array {
  return utf8ToBytes(leafText(leaf));
}

/** What an act says of a public text, so that the text can be checked and is not repeated: base64url of its SHA-256. */
export function digest(text: string): string {
  return base64url(sha256(utf8ToBytes(text)));
}

/** The leaf's hash in the tree. */
export function hashOfLeaf(leaf: Leaf): Uint8Array {
  return leafHash(leafBytes(leaf));
}

/** The leaf of these bytes; null where they are none that this version knows, or are not written as it writes. */
export function parseLeaf(bytes: Uint8Array): Leaf | null {
  const text = textOf(bytes);
  if (text === null) return null;
  try {
    const parsed = leafShape.safeParse(JSON.parse(text));
    return parsed.success && leafText(parsed.data) === text ? parsed.data : null;
  } catch {
    return null;
  }
}

function inOrder(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}
