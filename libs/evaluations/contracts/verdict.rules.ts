/**
 * The headline over a distribution: what may be said in one line without saying more than the figures do. A word is praise or
 * blame only where the whole interval of the share lies beyond one half; what is in between is left out, and where nothing
 * is left the line says that opinions are divided.
 */
import type { Localized } from '@isegoria/kernel/contracts';
import { shareOf, sum } from '@isegoria/statistics/contracts';
import type { Criterion } from './criteria';
import { FEW, type CriterionOpinion } from './opinion-figures';

interface Word {
  one: Localized;
  many: Localized;
}

const word = (one: string, many: string, en: string): Word => ({ one: { el: one, en }, many: { el: many, en } });

/** How the usual criteria are said of an act and of several. Other criteria are said by their label. */
const WORDS: Record<string, Word> = {
  necessary: word('αναγκαία', 'αναγκαίες', 'necessary'),
  fair: word('δίκαιη', 'δίκαιες', 'fair'),
  well_explained: word('καλά εξηγημένη', 'καλά εξηγημένες', 'well explained'),
  well_carried_out: word('καλά εκτελεσμένη', 'καλά εκτελεσμένες', 'well carried out'),
};

/** Where most people stand on a criterion, as far as chance lets one say. */
export function sideOf({ counts, answered }: Pick<CriterionOpinion, 'counts' | 'answered'>): 'good' | 'bad' | 'divided' {
  if (answered < FEW) return 'divided';
  if ((shareOf(sum(counts.slice(3)), answered)?.low ?? 0) > 0.5) return 'good';
  if ((shareOf(sum(counts.slice(0, 2)), answered)?.low ?? 0) > 0.5) return 'bad';
  return 'divided';
}

/** The headline in both languages. `acts`: how many acts were weighed together. */
export function verdict(people: number, criteria: readonly CriterionOpinion[], acts = 1): Localized {
  if (people === 0) return { el: 'Δεν έχει απαντήσει κανείς ακόμη', en: 'Nobody has answered yet' };
  if (people < FEW) return { el: 'Λίγες απαντήσεις ακόμη', en: 'Few answers yet' };
  const good = criteria.filter((criterion) => sideOf(criterion) === 'good').sort(byShare(-1));
  const bad = criteria.filter((criterion) => sideOf(criterion) === 'bad').sort(byShare(1));
  if (good.length === criteria.length) return { el: 'Καλά λόγια σε όλα', en: 'Well thought of on every count' };
  if (bad.length === criteria.length) return { el: 'Κακή γνώμη σε όλα', en: 'Ill thought of on every count' };
  if (good.length > 0 || bad.length > 0) return { el: greek(good, bad, acts), en: english(good, bad, acts) };
  return { el: 'Οι γνώμες μοιράζονται', en: 'Opinions are divided' };
}

function greek(good: Criterion[], bad: Criterion[], acts: number): string {
  const [yes, no] = [good, bad].map((some) => some.slice(0, 2).map((criterion) => say(criterion, acts, 'el')));
  if (!no?.length) return capital((yes ?? []).join(' και '));
  if (yes?.length) return `${capital(yes.join(' και '))}, όχι όμως ${no.join(' ούτε ')}`;
  return capital(no.length > 1 ? `ούτε ${no.join(' ούτε ')}` : `όχι ${no.join('')}`);
}

function english(good: Criterion[], bad: Criterion[], acts: number): string {
  const [yes, no] = [good, bad].map((some) => some.slice(0, 2).map((criterion) => say(criterion, acts, 'en')));
  if (!no?.length) return capital((yes ?? []).join(' and '));
  if (yes?.length) return `${capital(yes.join(' and '))}, but not ${no.join(' or ')}`;
  return capital(no.length > 1 ? `neither ${no.join(' nor ')}` : `not ${no.join('')}`);
}

function say({ id, label }: Criterion, acts: number, locale: keyof Localized): string {
  const known = WORDS[id];
  if (known) return (acts > 1 ? known.many : known.one)[locale];
  return label[locale].charAt(0).toLowerCase() + label[locale].slice(1);
}

const byShare = (direction: 1 | -1) => (a: CriterionOpinion, b: CriterionOpinion) => direction * ((a.favourable?.value ?? 0) - (b.favourable?.value ?? 0));

// Not by locale: Greek capitals would lose the accent that a first letter keeps.
const capital = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1);
