import type { AmendmentOutcome, ArticleOutcome } from '@isegoria/consultations/contracts';

/** Another wording of an article, or null that it be left out; how many support it, and what the service said. */
export interface DemoAmendment {
  text: string | null;
  reason: string;
  supports: number;
  reply?: readonly [AmendmentOutcome, string];
}

/** An article of the demo city with the life around it. Numbers are of the whole demo city. */
export interface DemoArticle {
  label: string;
  title: string;
  body: string;
  /** How many agree, agree with changes, disagree. */
  stances?: readonly [number, number, number];
  inFavour?: readonly string[];
  against?: readonly string[];
  amendments?: readonly DemoAmendment[];
  answer?: { heard: string; outcome: ArticleOutcome; reason: string; label?: string; body?: string };
}

/** A consultation of the demo city, all of it invented. Days are counted from the day of the seed, those before it below nought. */
export interface DemoConsultation {
  id: string;
  title: readonly [el: string, en: string];
  summary: readonly [el: string, en: string];
  department: string;
  category: string;
  districts?: readonly string[];
  published: number;
  opens: number;
  closes: number;
  /** The preamble first; it has no label. */
  articles: readonly DemoArticle[];
  /** About the whole. */
  inFavour?: readonly string[];
  against?: readonly string[];
  extension?: { at: number; from: number; reason: string };
  answer?: { at: number; text: string; added: { label: string; title: string; body: string; reason: string } };
  /** The act of the register that adopted it, by words of its title. */
  adopted?: { at: number; act: string; note: string };
}
