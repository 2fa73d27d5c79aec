import type { Connection } from 'mongoose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { fold, parseSubject, problemsOf, subjectKey } from '@isegoria/kernel/contracts';
import { csv } from './text/csv';
import { defineEnv, envVar, forgetEnv } from './env';
import { kernelEnv } from './kernel.env';
import { cursor } from './store/pages';
import { prose } from './text/prose';
import { excerpt, plain, terms } from './text/text';
import { Transactions } from './store/transactions';
import { z as zod } from 'zod';

describe('Greek words', () => {
  it.each([
    ['λακκουβα', 'Λακκούβες'],
    ['ΠΛΑΤΕΙΕΣ', 'πλατείας'],
    ['ποδηλατόδρομος', 'ΠΟΔΗΛΑΤΟΔΡΟΜΟΥ'],
    ['σχολείο', 'σχολεία'],
    ['δρόμος', 'δρόμοι'],
    ['πεζοδρόμιο', 'πεζοδρόμια'],
    ['κτήριο', 'ΚΤΗΡΊΩΝ'],
    ['γειτονιά', 'γειτονιές'],
    ['παιδικός', 'παιδικού'],
    ['παιδί', 'παιδιών'],
    ['σκουπίδι', 'σκουπίδια'],
    ['παγκάκι', 'παγκακιού'],
    ['πολυκατοικία', 'πολυκατοικίες'],
  ])('%s and %s are found by the same stem', (one, other) => {
    expect(terms(one)).toEqual(terms(other));
  });

  it('fold to the same letters whatever their accents, case, final sigma or composition', () => {
    expect(fold('ΣΊΣΥΦΟΣ')).toBe(fold('σίσυφος'));
    expect(fold('ΐ'.normalize('NFD'))).toBe('ι');
  });

  it('that say nothing are left out, and each stem stands once', () => {
    expect(terms('το και η ο για')).toEqual([]);
    expect(terms('δρόμος δρόμου δρόμο')).toHaveLength(1);
  });
});

describe('what a person writes', () => {
  it('keeps its lines and loses what cannot be seen', () => {
    expect(plain('  α\r\nβ\u0000\u202Eγ ')).toBe('α\nβγ');
  });

  it('becomes HTML of the short list, and nothing of its own HTML survives', () => {
    expect(prose('**Ναι** στα [δέντρα](https://example.org)')).toBe('<p><strong>Ναι</strong> στα <a href="https://example.org" rel="nofollow noopener ugc">δέντρα</a></p>\n');
    expect(prose('<script>alert(1)</script>')).not.toContain('<script');
    expect(prose('[x](javascript:alert(1))')).not.toContain('javascript:');
    expect(prose('![x](https://example.org/x.png)')).not.toContain('<img');
  });

  it('keeps its angle brackets and ampersands as text', () => {
    expect(prose('1 < 2 & 3')).toBe('<p>1 &lt; 2 &amp; 3</p>\n');
  });

  it('is cut at a word', () => {
    expect(excerpt('ένα δύο τρία τέσσερα', 12)).toBe('ένα δύο…');
  });
});

describe('a form', () => {
  const form = z.object({ title: z.string().check(z.minLength(1), z.maxLength(5)), age: z.number().check(z.minimum(18)) });

  it('is told one problem a field, with its limit', () => {
    expect(problemsOf(form, { title: 'πάρα πολύ', age: 3 })).toEqual([
      { field: 'title', code: 'too_long', limit: 5 },
      { field: 'age', code: 'too_small', limit: 18 },
    ]);
    expect(problemsOf(form, { title: '' })).toEqual([
      { field: 'title', code: 'required', limit: null },
      { field: 'age', code: 'required', limit: null },
    ]);
    expect(problemsOf(form, { title: 'ναι', age: 20 })).toEqual([]);
  });
});

describe('the environment', () => {
  it('says the variable, what is wrong and what it is for', () => {
    const env = defineEnv({ TEST_WIDTH: envVar(zod.coerce.number().int(), 'How wide.', 3) });
    process.env['TEST_WIDTH'] = 'wide';
    expect(() => env.TEST_WIDTH).toThrow(/TEST_WIDTH="wide".*How wide\./);
    process.env['TEST_WIDTH'] = '7';
    expect(env.TEST_WIDTH).toBe(7);
    delete process.env['TEST_WIDTH'];
  });
});

describe('a wrong environment', () => {
  it('is told as a list, whichever variable is wrong', async () => {
    vi.stubEnv('LOG_LEVEL', 'loud');
    vi.stubEnv('WORKER', 'perhaps');
    vi.resetModules();
    const [{ checkEnv }] = await Promise.all([import('./env'), import('./kernel.env'), import('./log')]);
    expect(() => checkEnv()).toThrow(/(?=[^]*LOG_LEVEL="loud")(?=[^]*WORKER="perhaps")/);
    vi.unstubAllEnvs();
  });
});

describe('the entrances in front', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    forgetEnv();
  });

  it.each(['', 'uniquelocal', '10.0.0.7, 172.16.0.0/12', 'fd00::/8'])('may be %j', (text) => {
    vi.stubEnv('TRUST_PROXY', text);
    forgetEnv();
    expect(kernelEnv.TRUST_PROXY).toBe(text);
  });

  it.each(['on', '1', '10.0.0.0/33', '10.0.0.0/8/8', 'proxy', '1.2.3.4,'])('cannot be %j', (text) => {
    vi.stubEnv('TRUST_PROXY', text);
    forgetEnv();
    expect(() => kernelEnv.TRUST_PROXY).toThrow(/is a list of addresses/);
  });
});

describe('a transaction', () => {
  it('whose commit was answered by nobody is asked for again, and its work is not done twice', async () => {
    const lost = Object.assign(new Error('the line broke'), { hasErrorLabel: (label: string) => label === 'UnknownTransactionCommitResult' });
    const commitTransaction = vi.fn().mockRejectedValueOnce(lost).mockResolvedValue(undefined);
    const session = { startTransaction: vi.fn(), inTransaction: () => false, abortTransaction: vi.fn(), commitTransaction };
    const work = vi.fn().mockResolvedValue(undefined);
    await new Transactions({ getClient: () => ({ startSession: () => session }) } as unknown as Connection).run(work);
    expect([work.mock.calls.length, commitTransaction.mock.calls.length, session.abortTransaction.mock.calls.length]).toEqual([1, 2, 0]);
  });
});

describe('a CSV file', () => {
  it('runs no formula in a spreadsheet and leaves numbers alone', () => {
    expect(csv(['α'], [['=cmd()'], [-3], ['+1'], [null], ['α;"β"']])).toBe('\uFEFFα\r\n\'=cmd()\r\n-3\r\n\'+1\r\n\r\n"α;""β"""\r\n');
  });
});

describe('a subject', () => {
  it('is one string and back', () => {
    expect(parseSubject(subjectKey({ kind: 'proposal', id: 'A:B' }))).toEqual({ kind: 'proposal', id: 'A:B' });
    expect(parseSubject('proposal')).toBeNull();
    expect(parseSubject(':x')).toBeNull();
  });
});

describe('a cursor', () => {
  it('carries scalars and dates only', () => {
    const text = cursor({ supports: 3, at: new Date(5), _id: 'x' }, [['supports', -1], ['at', -1], ['_id', 1]]);
    expect(JSON.parse(Buffer.from(text, 'base64url').toString())).toEqual([3, { d: 5 }, 'x']);
  });
});
