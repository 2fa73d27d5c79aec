import { base64url, fromBase64url, sha256 } from '@isegoria/ledger/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { audited, auditedInTime, type AuditProblem, type Beside, isBeforeLedger } from './audit';
import { auditText, type AuditFile, type AuditLine, readAuditFile } from './audit-file';
import { newBoxKey, type NewBoxKey } from './box-key';
import { openedList } from './opened';
import { padded, paperSize } from './paper';
import { seal } from './seal';

const box = 'budget:2026';
const questions = [{ id: 'works', options: ['bench', 'trees'], form: 'points' as const, points: 10 }];
const digestOf = (text: string) => base64url(sha256(new TextEncoder().encode(text)));

describe('a trustee with the audit file of a box', () => {
  let key: NewBoxKey;
  let file: AuditFile;
  let commitments: string[];

  /** A sealed ballot and the opened one that it became. */
  async function line(ballot: string, fate: AuditLine['fate'], ...answers: string[]): Promise<AuditLine> {
    const words = fate === 'invalid' ? ['works:gold=1'] : answers;
    const sealed = await seal({ ballotId: box, publicKey: key.publicKey }, padded(words, paperSize(questions)));
    return { commitment: base64url(sha256(fromBase64url(sealed))), sealed, ballot, fate, answers };
  }

  beforeAll(async () => {
    key = await newBoxKey(box);
    const lines = [await line('b1', 'valid', 'works:bench=7', 'works:trees=3'), await line('b2', 'blank'), await line('b3', 'invalid'), await line('b4', 'valid', 'works:trees=10')];
    const copied = { ...(lines[0] ?? (await line('', 'blank'))), ballot: 'b5', fate: 'invalid' as const, answers: [] };
    lines.push(copied);
    file = { head: { box, publicKey: key.publicKey, questions, result: { valid: 2, invalid: 2, blank: 1, replaced: 1, digest: digestOf(openedList(lines)) } }, lines };
    commitments = [...lines.map(({ commitment }) => commitment), 'replaced'];
  });

  const all = () => ({ published: openedList(file.lines), ledger: { commitments, digest: file.head.result.digest }, shares: key.shares.slice(1) });
  const found = async (changed: AuditFile, beside: Beside = all()) => (await audited(auditText(changed), beside)).problems;
  const withLine = (at: number, change: Partial<AuditLine>): AuditFile => ({ ...file, lines: file.lines.map((each, place) => (place === at ? { ...each, ...change } : each)) });
  const kinds = (problems: AuditProblem[]) => problems.map(({ kind, line: number }) => (number === null ? kind : `${kind} ${number}`)).sort();

  it('finds that all match one to one, with or without what may be laid beside', async () => {
    expect(await audited(auditText(file), all())).toEqual({ box, ballots: 5, valid: 2, invalid: 2, blank: 1, replaced: 1, digest: file.head.result.digest, isPublished: true, logged: 6, reopened: 5, problems: [] });
    expect(await audited(auditText(file))).toMatchObject({ isPublished: null, logged: null, reopened: null, problems: [] });
    expect(readAuditFile(auditText(file))).toEqual(file);
  });

  it('finds a sealed ballot that is not the one that was promised', async () => {
    const other = await line('x', 'valid', 'works:bench=1');
    expect(kinds(await found(withLine(3, { sealed: other.sealed })))).toEqual(['commitment 5', 'paper 5']);
    expect(kinds(await found(withLine(3, { sealed: other.sealed, commitment: other.commitment })))).toEqual(['paper 5', 'unlogged 5']);
  });

  it('finds a choice that was changed, dropped, added or counted twice', async () => {
    expect(kinds(await found(withLine(3, { answers: ['works:bench=10'] })))).toEqual(['digest', 'logged', 'paper 5', 'published']);
    expect(kinds(await found({ ...file, lines: file.lines.slice(0, 4) }))).toEqual(['counts', 'digest', 'logged', 'missing', 'published']);
    expect(kinds(await found(withLine(1, { ballot: 'b1' })))).toContain('ballotTwice 3');
    expect(kinds(await found(withLine(4, { fate: 'valid', answers: ['works:bench=7', 'works:trees=3'] })))).toEqual(['counts', 'digest', 'logged', 'openedTwice 6', 'published']);
    expect(kinds(await found(withLine(3, { fate: 'invalid', answers: [] })))).toContain('paper 5');
  });

  it('finds a list or a ledger that says something else', async () => {
    expect(kinds(await found(file, { ...all(), published: '' }))).toEqual(['published']);
    expect(kinds(await found(file, { ...all(), ledger: { commitments: [...commitments, 'one more'], digest: null } }))).toEqual(['logged', 'missing']);
    expect(await audited(auditText(file), { ...all(), ledger: 'broken' })).toMatchObject({ logged: null, problems: [{ kind: 'ledger', line: null }] });
  });

  it('waits for a ledger that has not everything yet, and for none that says something else', async () => {
    const early = async (ledger: { commitments: string[]; digest: string | null }, changed = file) => isBeforeLedger(await audited(auditText(changed), { ...all(), ledger }), ledger);
    const digest = file.head.result.digest;
    expect(await early({ commitments, digest })).toBe(false);
    expect(await early({ commitments, digest: null })).toBe(true);
    expect(await early({ commitments: [], digest: null })).toBe(true);
    expect(await early({ commitments: commitments.slice(2), digest })).toBe(true);
    expect(await early({ commitments: commitments.slice(2), digest: 'another' })).toBe(false);
    expect(await early({ commitments: [...commitments, 'one more'], digest })).toBe(false);
    expect(await early({ commitments, digest: null }, withLine(0, { answers: ['works:trees=10'] }))).toBe(false);
    expect(isBeforeLedger(await audited(auditText(file), { ledger: 'broken' }), 'broken')).toBe(false);
  });

  it('asks again until the ledger has everything, says so each time, and no longer than somebody waits', async () => {
    const digest = file.head.result.digest;
    const ledgers: Beside['ledger'][] = [{ commitments: [], digest: null }, { commitments, digest: null }, { commitments, digest }];
    const asked = async (place: number) => ({ ledger: ledgers[place], report: await audited(auditText(file), { ...all(), ledger: ledgers[place] }) });
    const run = async (waits: (told: number) => boolean, longestMs = 60_000) => {
      let [asks, told] = [0, 0];
      const report = await auditedInTime(() => asked(Math.min(asks++, 2)), () => waits(++told), { againMs: 1, longestMs });
      return { asks, told, problems: report.problems.length };
    };
    expect(await run(() => true)).toEqual({ asks: 3, told: 2, problems: 0 });
    expect(await run(() => false)).toMatchObject({ asks: 1, told: 1, problems: expect.any(Number) });
    expect((await run(() => true, -1)).asks).toBe(1);
  });

  it('is told when the shares are not those of the box, and when the file is none', async () => {
    const other = await newBoxKey(box);
    expect(kinds(await found(file, { ...all(), shares: other.shares.slice(1) }))).toEqual(['key']);
    expect(kinds(await found(file, { ...all(), shares: key.shares.slice(2) }))).toEqual(['key']);
    expect((await audited('')).problems).toEqual([{ kind: 'file', line: 1 }]);
    expect((await audited(`${auditText(file)}nonsense\n`)).problems).toEqual([{ kind: 'file', line: 7 }]);
  });
});
