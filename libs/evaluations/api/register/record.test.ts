import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { adaTyped, idOfAda, mended } from '@isegoria/evaluations/contracts';
import { describe, expect, it } from 'vitest';
import { readRecord, recordsOf } from './record';
import { aRecord } from '../evaluations.builders';

const why = (record: unknown) => {
  const read = readRecord(record, 6);
  return 'why' in read ? `${read.record}: ${read.why}` : 'taken';
};

describe('a record of the register', () => {
  it('is taken with what the page needs and nothing about persons', () => {
    const read = readRecord(aRecord({ extraFieldValues: { sponsor: [{ sponsorAFMName: { name: 'Σ. Π.' }, expenseAmount: { amount: 744.1 } }, { expenseAmount: { amount: 0.2 } }] } }), 0);
    expect(read).toMatchObject({ act: { ada: 'ΨΚ70ΩΔΙ-ΛΝ9', subject: 'Προμήθεια ΔΕΗ <script>alert(1)</script>', amount: 744.3, issueDate: new Date('2026-03-02') } });
    expect(JSON.stringify(read)).not.toContain('Σ. Π.');
  });

  it('may write its dates as milliseconds', () => {
    expect(readRecord(aRecord({ issueDate: 1744848000000 }), 0)).toMatchObject({ act: { issueDate: new Date('2025-04-17T00:00:00Z') } });
  });

  it('is refused in one line that names it and says why', () => {
    expect(why(aRecord({ ada: undefined }))).toBe('record 7: ada is missing');
    expect(why(aRecord({ issueDate: 'χθες' }))).toBe('ΨΚ70ΩΔΙ-ΛΝ9: issueDate is no date: “χθες”');
    expect(why(aRecord({ issueDate: undefined }))).toBe('ΨΚ70ΩΔΙ-ΛΝ9: issueDate is missing');
    expect(why(aRecord({ privateData: true }))).toBe('ΨΚ70ΩΔΙ-ΛΝ9: the register marks it as holding personal data (privateData)');
    expect(why(aRecord({ ada: 'javascript:alert(1)' }))).toContain('has not the shape of a register number');
    expect(why(aRecord({ documentUrl: 'https://diavgeia.gov.gr.evil.example/doc/1' }))).toBe('ΨΚ70ΩΔΙ-ΛΝ9: documentUrl does not lead to the register');
    expect(why(aRecord({ subject: ' ', status: 'DRAFT' }))).toBe('ΨΚ70ΩΔΙ-ΛΝ9: subject is empty; status “DRAFT” is neither PUBLISHED nor REVOKED');
    expect(why(null)).toContain('record 7: ');
  });

  it('is refused at once where its subject is three megabytes long, and its name does not carry them on', () => {
    expect(why(aRecord({ subject: 'Α'.repeat(3_000_000) }))).toBe('ΨΚ70ΩΔΙ-ΛΝ9: subject is longer than 4000 characters');
    expect(why(aRecord({ ada: 'Α'.repeat(3_000_000) })).length).toBeLessThan(250);
    expect(why(aRecord({ subject: 'Α'.repeat(4001) }))).toBe('ΨΚ70ΩΔΙ-ΛΝ9: subject is longer than 4000 characters');
  });

  it('has one number, whichever look-alike letters an office typed it with', () => {
    const odd = readRecord(aRecord({ ada: 'ΨK70Ω∆I-ΛN9' }), 0);
    expect(odd).toMatchObject({ act: { ada: 'ΨΚ70ΩΔΙ-ΛΝ9' } });
    expect(why(aRecord({ ada: 'ΨΚ70ΩΔΙ-LN9' }))).toContain('has not the shape of a register number');
  });

  it('may leave null whatever an act can do without', () => {
    const bare = { unitIds: null, signerIds: null, protocolNumber: null, publishTimestamp: null, correctedVersionId: null, documentUrl: null, url: null, extraFieldValues: null, privateData: null };
    expect(readRecord(aRecord(bare), 0)).toMatchObject({ act: { unitId: null, protocolNumber: null, amount: null, publishedAt: new Date('2026-03-03T08:00:00Z') } });
    expect(readRecord(aRecord({ extraFieldValues: { amountWithVAT: { amount: null, currency: null } } }), 0)).toMatchObject({ act: { amount: null } });
    expect(why(aRecord({ versionId: null, subject: null }))).toBe('ΨΚ70ΩΔΙ-ΛΝ9: subject is missing; versionId is missing');
  });
});

describe('a file of the register', () => {
  it('is a search answer, its list or one decision', () => {
    for (const shape of [{ decisions: [aRecord()] }, { decisionResultList: [aRecord()] }, [aRecord()], aRecord()]) {
      expect(recordsOf(JSON.stringify(shape))).toHaveLength(1);
    }
    expect(() => recordsOf('{"error": 1}')).toThrow('This is no answer of the register');
    expect(() => recordsOf('<html>')).toThrow('The file is not JSON');
  });
});

describe('odd letters of the register', () => {
  it('become Greek ones', () => {
    expect(mended('3η Αναµόρφωση  ∆ηµοτικού\nΛιµενικού')).toBe('3η Αναμόρφωση Δημοτικού Λιμενικού');
    expect(mended('AΠΟΦΑΣΗ AAY CPV Wi-Fi')).toBe('ΑΠΟΦΑΣΗ AAY CPV Wi-Fi');
  });

  it('are no obstacle to who types a number on the wrong keyboard', () => {
    expect(idOfAda('ΨΚ70ΩΔΙ-ΛΝ9')).toBe('ck70wdi-ln9');
    expect(adaTyped('ψκ70ωδι-λν9')).toBe('ΨΚ70ΩΔΙ-ΛΝ9');
    expect(adaTyped('ck70wdi-ln9')).toBe('ΨΚ70ΩΔΙ-ΛΝ9');
    expect(adaTyped('πλατεία')).toBeNull();
  });
});

const folder = join(process.env['SHARED_DATA'] ?? '../shared/data', 'diavgeia/search');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.json(\.gz)?$/.test(name)) : [];

describe.skipIf(files.length === 0)(`the register's real answers in ${folder} (skipped where they are absent)`, () => {
  it.each(files)('%s is read whole: each act is taken, or refused for a reason that one can check', (name) => {
    const bytes = readFileSync(join(folder, name));
    const records = recordsOf((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
    const read = records.map(readRecord);
    const refused = read.flatMap((reading) => ('why' in reading ? reading.why : []));
    const ofPersons = records.filter((record) => (record as { privateData: boolean }).privateData);
    expect(records.length).toBeGreaterThan(0);
    expect(refused).toEqual(ofPersons.map(() => 'the register marks it as holding personal data (privateData)'));
    const subjects = read.flatMap((reading) => ('act' in reading ? reading.act.subject : [])).join(' ');
    expect(subjects).not.toMatch(/[\u2206\u00B5]/);
  });
});
