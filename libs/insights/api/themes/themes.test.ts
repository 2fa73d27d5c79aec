import type { CityText } from '@isegoria/kernel/api';
import { describe, expect, it } from 'vitest';
import { quotationsOf } from './quotations';
import { logLikelihood, npmi } from './together';
import { type Batch, themesOf } from './themes';
import { stemsOf, Vocabulary } from './vocabulary';

let made = 0;
const text = (said: string, more: Partial<CityText> = {}): CityText => ({ id: `t${String(++made).padStart(6, '0')}`, text: said, path: `/proposals/${made}`, about: `proposal:${made}`, weight: 0, ...more });

async function* batches(...texts: CityText[]): AsyncGenerator<Batch> {
  await Promise.resolve();
  yield { source: 'proposal', texts };
}

/** What a neighbourhood writes: of two matters, each in many forms of its words, and of this and that. */
const neighbourhood = [
  'Οι κάδοι ξεχειλίζουν και η ανακύκλωση δεν μαζεύεται.',
  'Χρειαζόμαστε κάδους ανακύκλωσης στη γωνία.',
  'Ο ΚΑΔΟΣ ΤΗΣ ΑΝΑΚΥΚΛΩΣΗΣ είναι πάντα γεμάτος.',
  'Κάδοι για ανακύκλωση σε κάθε σχολείο.',
  'Το πεζοδρόμιο είναι σπασμένο και τα αυτοκίνητα παρκάρουν πάνω.',
  'Αυτοκίνητα σε όλα τα πεζοδρόμια της οδού.',
  'Κανείς δεν περπατά στο πεζοδρόμιο από τα αυτοκίνητα.',
  'Ελεύθερα πεζοδρόμια: ένα αυτοκίνητο κλείνει τον δρόμο σε καρότσια.',
  'Περισσότερες παραστάσεις το καλοκαίρι.',
  'Το κολυμβητήριο να μένει ανοιχτό τα βράδια.',
  'Βιβλία στη δημοτική βιβλιοθήκη.',
  'Φώτα στην πλατεία.',
  'Ένας κάδος έσπασε.',
];

describe('how much two words come together', () => {
  it('is as its authors define it', () => {
    expect(npmi({ one: 10, other: 10, both: 10, texts: 100 })).toBeCloseTo(1, 12);
    expect(npmi({ one: 50, other: 20, both: 10, texts: 100 })).toBeCloseTo(0, 12);
    expect(npmi({ one: 5, other: 5, both: 0, texts: 100 })).toBe(-1);
    // Dunning’s table by hand: 2·Σ n·ln(n/expected) of [[10, 0], [0, 90]] is 2·(10·ln 10 + 90·ln(100/90)).
    expect(logLikelihood({ one: 10, other: 10, both: 10, texts: 100 })).toBeCloseTo(2 * (10 * Math.log(10) + 90 * Math.log(100 / 90)), 9);
    expect(logLikelihood({ one: 50, other: 20, both: 10, texts: 100 })).toBeCloseTo(0, 9);
  });
});

describe('the words of a text', () => {
  it('are one in all their forms, Greek and English, whatever the accents and the capitals', () => {
    const vocabulary = new Vocabulary();
    const forms = ['Δρόμος', 'του δρόμου', 'τους δρόμους', 'ΔΡΟΜΟΙ'].map((form) => [...vocabulary.read(form)]);
    expect(new Set(forms.map(String)).size).toBe(1);
    expect([...vocabulary.read('street')]).toEqual([...vocabulary.read('Streets')]);
  });

  it('are shown as they are most often written', () => {
    const vocabulary = new Vocabulary();
    for (const form of ['πεζοδρόμια', 'ΠΕΖΟΔΡΟΜΙΟ', 'πεζοδρόμια', 'πεζοδρόμιο']) vocabulary.read(form);
    expect(vocabulary.wordOf(0)).toBe('πεζοδρόμια');
  });

  it('are none of those that stand everywhere, nor numbers', () => {
    expect(stemsOf('Πρέπει να υπάρχουν και μπορούν, 2026, στις 14:00')).toEqual([]);
    expect(stemsOf('they should have been there with the')).toEqual([]);
  });
});

describe('themes', () => {
  it('are found from words in all their Greek forms', async () => {
    const { themes, texts, covered } = await themesOf(batches(...neighbourhood.flatMap((said) => [text(said), text(said)])), 5);
    expect(texts).toBe(26);
    expect(covered).toBe(16);
    expect(themes.map(({ words }) => [...words].sort().slice(0, 2))).toEqual(expect.arrayContaining([expect.arrayContaining([expect.stringMatching(/^(ανακύκλωση|κάδο)/)]), expect.arrayContaining([expect.stringMatching(/^(αυτοκίνητ|πεζοδρόμι)/)])]));
    expect(themes.map((theme) => theme.texts), 'one word of a theme alone makes no text of it').toEqual([8, 8]);
  });

  it('are found in English, and in both languages side by side', async () => {
    const english = ['The playground needs shade for children', 'Children burn on the playground slide', 'A playground for all children', 'Shade and water at the playground, children ask'];
    const { themes } = await themesOf(batches(...[...neighbourhood, ...english].flatMap((said) => [text(said), text(said)])), 6);
    expect(themes.some(({ words }) => words.includes('playground') && words.includes('children'))).toBe(true);
  });

  it('are the same for the same texts, however they are batched', async () => {
    const texts = neighbourhood.flatMap((said) => [text(said), text(said), text(said)]);
    async function* apart(): AsyncGenerator<Batch> {
      await Promise.resolve();
      for (const one of texts) yield { source: 'proposal', texts: [one] };
    }
    expect(await themesOf(apart(), 5)).toEqual(await themesOf(batches(...texts), 5));
  });

  it('are not made of words that meet as often as chance has it', async () => {
    // Of 40 texts the one word stands in 16, the other in 10, both in 6; chance would have it at 4, and at 6 often enough (G² 1.9).
    const texts = Array.from({ length: 40 }, (_, at) => text([at < 16 ? 'σκιά' : '', at >= 10 && at < 20 ? 'μουσική' : '', 'έτσι'].join(' ')));
    expect((await themesOf(batches(...texts), 5)).themes).toEqual([]);
  });

  it('are not made of what stands everywhere, of few texts, or of one text many times over', async () => {
    expect((await themesOf(batches(text('κάδοι ανακύκλωσης'), text('κάδοι ανακύκλωσης')), 5)).themes).toEqual([]);
    const everywhere = Array.from({ length: 30 }, (_, at) => text(`Καθαριότητα και ησυχία λέξη${'αβγδεζηθικ'[at % 10] ?? ''}`));
    expect((await themesOf(batches(...everywhere), 5)).themes, 'what all speak of parts nothing').toEqual([]);
    expect((await themesOf(batches(), 5))).toEqual({ texts: 0, covered: 0, themes: [] });
  });
});

describe('quotations', () => {
  const stems = stemsOf('κάδος ανακύκλωση');

  it('are the sentences with most of the words, then most who agree', () => {
    const quoted = quotationsOf(
      stems,
      [text('Καλημέρα. Οι κάδοι λείπουν.', { weight: 90 }), text('Γεια σας; Κάδοι ανακύκλωσης τώρα! Ευχαριστώ.', { weight: 3 }), text('Η ανακύκλωση και οι κάδοι μυρίζουν.', { weight: 8 })],
      2,
    );
    expect(quoted.map(({ text: said }) => said)).toEqual(['Η ανακύκλωση και οι κάδοι μυρίζουν.', 'Κάδοι ανακύκλωσης τώρα!']);
    expect(quoted[0]).toMatchObject({ agree: 8, path: expect.stringContaining('/proposals/') });
  });

  it('do not repeat each other, and come from different matters while there are some', () => {
    const same = [text('Κάδοι ανακύκλωσης παντού τώρα', { about: 'proposal:1' }), text('Κάδοι ανακύκλωσης παντού, τώρα!', { about: 'proposal:2' }), text('Άδειοι κάδοι και καθαρή ανακύκλωση στη γειτονιά', { about: 'proposal:1' }), text('Μια ανακύκλωση με κάδους υπόγειους στην πλατεία', { about: 'proposal:3' })];
    expect(quotationsOf(stems, same, 2).map(({ path }) => path)).toHaveLength(2);
    expect(quotationsOf(stems, same, 3).filter(({ text: said }) => said.startsWith('Κάδοι ανακύκλωσης παντού'))).toHaveLength(1);
  });

  it('are none where no text is left', () => {
    expect(quotationsOf(stems, [], 3)).toEqual([]);
    expect(quotationsOf(stems, [text('Κάτι άλλο')], 3)).toEqual([]);
  });
});
