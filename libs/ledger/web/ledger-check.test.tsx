import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { base64, el, hashOfLeaf, mergeDelaySeconds } from '@isegoria/ledger/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { ActsList } from './acts-list';
import { LedgerCheck } from './ledger-check';
import { aLeaf, LittleLog } from './log.builders';
import { ReceiptCheck } from './receipt-check';

const words: Record<string, Words> = { ledger: el as Words, ui: {} };
const leaves = (count: number) => Array.from({ length: count }, (_, at) => aLeaf(at));
let log: LittleLog;

beforeEach(() => {
  localStorage.clear();
  log = new LittleLog(leaves(5));
  vi.stubGlobal('fetch', (url: string) => log.fetch(url));
});
afterEach(() => vi.unstubAllGlobals());

const answer = (_operation: string, variables: Record<string, unknown>) => {
  const index = log.placeOf(String(variables['leafHash']));
  return { ledgerProof: index === null ? null : { index } };
};

describe('a citizen who checks the ledger', () => {
  const check = async (again = false) => {
    await userEvent.click(await screen.findByRole('button', { name: again ? 'Έλεγξέ το ξανά' : 'Έλεγξε το βιβλίο' }));
  };

  it('reads in a sentence that it holds, and the next time that it goes on', async () => {
    render(<Stage words={words}><LedgerCheck /></Stage>);
    await check();
    expect((await screen.findByRole('status')).textContent).toContain('Το βιβλίο είναι σωστό: η υπογραφή της πόλης ισχύει και η σφραγίδα βγαίνει από τις 5 γραμμές του.');
    log.leaves = leaves(9);
    await check(true);
    expect(await screen.findByText(/όλα όσα είδες την προηγούμενη φορά είναι στη θέση τους, και προστέθηκαν 4/)).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Τα μαθηματικά' }));
    expect(screen.getByText(/city\.example\/ledger\+/)).toBeTruthy();
  });

  it('is warned where something that they saw was changed, and what was good stays remembered', async () => {
    render(<Stage words={words}><LedgerCheck /></Stage>);
    await check();
    await screen.findByRole('status');
    log.leaves = leaves(9).map((leaf, at) => (at === 2 ? aLeaf(77) : leaf));
    await check(true);
    expect((await screen.findByRole('alert')).textContent).toContain('κάτι από όσα είδες την προηγούμενη φορά άλλαξε');
    log.leaves = leaves(4);
    await check(true);
    expect(await screen.findByText(/λείπουν γραμμές που είδες/)).toBeTruthy();
    log.leaves = leaves(9);
    await check(true);
    expect(await screen.findByText(/προστέθηκαν 4/)).toBeTruthy();
  });

  it('is told that the check did not finish where the network fails, and not that something is wrong', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    render(<Stage words={words}><LedgerCheck /></Stage>);
    await check();
    expect((await screen.findByRole('status')).textContent).toContain('Ο έλεγχος δεν ολοκληρώθηκε');
  });
});

describe('a citizen who checks a receipt', () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  const press = async (leaf = aLeaf(3), promise = log.promise(leaf, seconds())) => {
    render(<Stage words={words} answer={answer}><ReceiptCheck leafHash={base64(hashOfLeaf(leaf))} promise={promise} /></Stage>);
    await userEvent.click(await screen.findByRole('button', { name: 'Έλεγξε την απόδειξη' }));
  };

  it('reads that the vote is in, and on which line, and never which it is', async () => {
    await press();
    expect((await screen.findByRole('status')).textContent).toContain('Η ψήφος σου είναι στο βιβλίο, στη γραμμή 4 από τις 5.');
    expect(document.body.textContent).not.toContain('support:yes');
  });

  it.each([
    ['that never falls due', (text: string) => text.replace(/within \d+/, 'within 9999')],
    ['without a time', (text: string) => text.replace(/time \d+/, 'time soon')],
    ['of next year', (text: string) => text.replace(/time \d+/, `time ${seconds() + 31_536_000}`)],
  ])('is told that a word %s is none', async (_, said) => {
    await press(aLeaf(50), log.promise(aLeaf(50), seconds(), said));
    expect((await screen.findByRole('alert')).textContent).toContain(el.receipt.no_promise);
  });

  it('is held to the two seconds that an earlier version promised', async () => {
    await press(aLeaf(50), log.promise(aLeaf(50), seconds() - 5, (text) => text.replace(/within \d+/, 'within 2')));
    expect((await screen.findByRole('alert')).textContent).toContain(el.receipt.broken_promise);
  });

  it('is told to wait a moment after the promise, and warned when it was not kept', async () => {
    await press(aLeaf(50));
    expect((await screen.findByRole('status')).textContent).toContain('σε ένα-δυο δευτερόλεπτα');
    cleanup();
    await press(aLeaf(50), log.promise(aLeaf(50), seconds() - mergeDelaySeconds - 3));
    expect((await screen.findByRole('alert')).textContent).toContain('δεν την έγραψε');
  });

  it('is told where the promise is not the city’s', async () => {
    await press(aLeaf(3), { ...log.promise(aLeaf(4), seconds()), leafHash: base64(hashOfLeaf(aLeaf(3))) });
    expect((await screen.findByRole('alert')).textContent).toContain('δεν έχει την υπογραφή της πόλης');
  });
});

it('an act of power on what the municipality keeps in both languages is listed under its name in the reader’s', async () => {
  const act = { id: 'a', act: 'budget.decided', rule: null, role: 'system', outcome: null, title: { el: 'Προϋπολογισμός: Πεύκα', en: 'Budget: Pefka' }, path: '/budgets/b', details: [], index: 4 };
  render(<Stage words={words} locale="en" answer={() => ({ ledgerActs: { items: [act], next: null, total: 1 } })}><ActsList /></Stage>);
  expect((await screen.findByRole('link', { name: 'Budget: Pefka' })).getAttribute('href')).toBe('/budgets/b');
});
