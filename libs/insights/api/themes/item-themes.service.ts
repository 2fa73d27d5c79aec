import { Injectable } from '@nestjs/common';
import type { Theme } from '@isegoria/insights/contracts';
import { CityTexts, type SubjectCard } from '@isegoria/kernel/api';
import { type DocumentLine, type DocumentPart, type Localized, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { quotationsOf } from './quotations';
import { type Batch, type FoundTheme, type FoundThemes, themesOf } from './themes';

const MOST = 4;
const QUOTED = 2;
const KEPT_MS = 30_000;
const MOST_KEPT = 300;

/** The themes of what is written about some subjects: the counts are kept for half a minute, the words that are quoted are read each time. */
@Injectable()
export class ItemThemes {
  private readonly kept = new Map<string, { until: number; found: Promise<FoundThemes> }>();

  constructor(private readonly texts: CityTexts) {}

  async parts(cards: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const subjects = cards.map(({ kind, id }) => ({ kind, id }));
    const found = await this.found(subjects);
    const themes = await this.shown(found.themes, QUOTED);
    if (themes.length === 0) return [];
    return [{ id: 'insights.themes', title: { el: 'Για τι μιλούν', en: 'What they speak of' }, lead: leadOf(found), measures: [], tables: [tableOf(themes)], lines: themes.flatMap(linesOf) }];
  }

  /** With quotations from the texts that are public at this moment. A theme of which none is left is left out. */
  async shown(themes: readonly FoundTheme[], quoted: number): Promise<Theme[]> {
    const bySource = new Map<string, string[]>();
    for (const { source, id } of themes.flatMap(({ candidates }) => candidates)) bySource.set(source, [...(bySource.get(source) ?? []), id]);
    const read = await Promise.all([...bySource].map(async ([source, ids]) => ((await this.texts.named(source)?.byIds([...new Set(ids)])) ?? []).map((text) => [`${source} ${text.id}`, text] as const)));
    const byRef = new Map(read.flat());
    return themes.flatMap(({ words, stems, texts, candidates }) => {
      const quotations = quotationsOf(stems, candidates.flatMap(({ source, id }) => byRef.get(`${source} ${id}`) ?? []), quoted);
      return quotations.length > 0 ? [{ id: stems.join('-'), words, texts, quotations }] : [];
    });
  }

  /** All texts about some subjects, or of the city. */
  async *read(subjects: readonly Subject[] | null): AsyncGenerator<Batch> {
    for (const source of this.texts.all()) for await (const texts of source.read(subjects)) yield { source: source.kind, texts };
  }

  private found(subjects: readonly Subject[]): Promise<FoundThemes> {
    const key = subjects.map(subjectKey).sort().join(' ');
    const known = this.kept.get(key);
    if (known && performance.now() < known.until) return known.found;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    const found = themesOf(this.read(subjects), MOST);
    this.kept.set(key, { until: performance.now() + KEPT_MS, found });
    found.catch(() => this.kept.delete(key));
    return found;
  }
}

const leadOf = ({ texts, covered }: FoundThemes): DocumentPart['lead'] => ({
  el: `Από ${texts} κείμενα πολιτών, τα ${covered} ανήκουν σε κάποιο θέμα. Τα θέματα είναι λέξεις που έρχονται μαζί πιο συχνά απ’ ό,τι η τύχη· τα βρήκε μέτρημα, όχι μοντέλο.`,
  en: `Of ${texts} texts of citizens, ${covered} belong to a theme. Themes are words that come together more often than by chance; counting found them, not a model.`,
});

function tableOf(themes: readonly Theme[]): DocumentPart['tables'][number] {
  return {
    id: 'themes',
    title: { el: 'Θέματα', en: 'Themes' },
    note: {
      el: 'Δύο λέξεις δένονται όταν NPMI ≥ 0,25 (Bouma 2009) και G² ≥ 10,83 (Dunning 1993)· η λέξη με τους πιο δυνατούς δεσμούς παίρνει ως πέντε. Κείμενο του θέματος: έχει τουλάχιστον δύο από τις λέξεις του.',
      en: 'Two words are tied where NPMI ≥ 0.25 (Bouma 2009) and G² ≥ 10.83 (Dunning 1993); the word with the strongest ties takes up to five. A text of the theme has at least two of its words.',
    },
    chart: 'none',
    columns: [
      { key: 'words', label: { el: 'Λέξεις', en: 'Words' }, type: 'text' },
      { key: 'texts', label: { el: 'Κείμενα', en: 'Texts' }, type: 'number' },
    ],
    rows: themes.map(({ words, texts }) => ({ words: words.join(', '), texts })),
  };
}

function linesOf({ words, quotations }: Theme): DocumentLine[] {
  const name = words.slice(0, 3).join(', ');
  return quotations.map(({ text, path, agree }) => ({
    text: { el: text, en: text },
    note: noteOf(name, agree),
    path,
    tone: 'quote',
  }));
}

/** The theme's name and, where somebody agreed with the sentence, how many did. */
function noteOf(name: string, agree: number): Localized {
  if (agree <= 0) return { el: name, en: name };
  if (agree === 1) return { el: `${name} · συμφωνεί 1`, en: `${name} · 1 agrees` };
  return { el: `${name} · συμφωνούν ${agree}`, en: `${name} · ${agree} agree` };
}
