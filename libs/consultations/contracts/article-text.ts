import { fold } from '@isegoria/kernel/contracts';

/**
 * A whole text, as somebody pastes it, into its articles. A heading is a line that begins with «Άρθρο» or «Article» and a number, as laws write them: alone, or with
 * its title after a dash, a colon or a full stop, or with the title on the next short line. «Άρθρο 3 του ν. 4555/2018 ορίζει» is a sentence. What stands before the
 * first heading is the preamble. Where a table of contents names the articles once before, those empty ones are left out.
 */

/** An article as it was found in a text. */
export interface FoundArticle {
  label: string;
  title: string;
  body: string;
  isPreamble: boolean;
}

const ordinals = new Map('μόνο πρώτο δεύτερο τρίτο τέταρτο πέμπτο έκτο έβδομο όγδοο ένατο δέκατο ενδέκατο δωδέκατο ακροτελεύτιο'.split(' ').map((word) => [fold(word), word]));
/** After the word a number, perhaps with a letter (12Α) or as an ordinal (3ο, πρώτο); then the line ends, or a sign and the title. */
const heading = /^(?<word>Άρθρο|Αρθρο|ΆΡΘΡΟ|ΑΡΘΡΟ|Article|ARTICLE)\s+(?<number>\d{1,4}(?:\s?[Α-ΝΞΠ-ΩA-NP-Z](?!\p{L}))?|\p{L}{4,14})(?:[οo][νυ]?|[ΟOº°])?\s*(?:[–—:.-]\s*(?<rest>.*))?$/u;
const longestTitle = 160;

/** The articles of a text, in order. Of a text without a heading there is only a preamble. */
export function splitText(text: string): FoundArticle[] {
  const found: { label: string; title: string; lines: string[] }[] = [{ label: '', title: '', lines: [] }];
  for (const line of text.normalize('NFC').replace(/\r\n?|\u2028|\u2029/g, '\n').split('\n')) {
    const head = headingOf(line);
    if (head) found.push({ ...head, lines: head.rest ? [head.rest] : [] });
    else found.at(-1)?.lines.push(line.trimEnd());
  }
  const articles = found.map(({ label, title, lines }, at) => (at === 0 || title || lines.length === 0 ? whole(label, title, lines) : titled(label, lines)));
  return articles.filter((article, at) => (article.isPreamble ? article.body !== '' : !isRepeated(article, articles.slice(at + 1))));
}

/** The label, and what stands on the heading's line besides: its title, or the beginning of its words. */
function headingOf(line: string): { label: string; title: string; rest: string } | null {
  const { word = '', number = '', rest = '' } = heading.exec(line.replace(/^[\s#*_]+|[\s#*_]+$/g, ''))?.groups ?? {};
  const named = /^\d/.test(number) ? number.replace(/\s/g, '') : ordinals.get(fold(number));
  if (!named) return null;
  const label = `${/^ar/i.test(word) ? 'Article' : 'Άρθρο'} ${named}`;
  const beside = rest.replace(/\s*(\.\s?){4,}\s*\d*$/, '').trim();
  return isTitle(beside) ? { label, title: beside, rest: '' } : { label, title: '', rest: beside };
}

/** Its first line is its title where it is short and no sentence or numbered paragraph. */
function titled(label: string, lines: string[]): FoundArticle {
  const first = lines.findIndex((line) => line.trim() !== '');
  const line = lines[first]?.replace(/^[\s#*_]+|[\s#*_]+$/g, '') ?? '';
  const goesOn = lines.slice(first + 1).some((other) => other.trim() !== '');
  return isTitle(line) && goesOn ? whole(label, line, lines.slice(first + 1)) : whole(label, '', lines);
}

function isTitle(line: string): boolean {
  return line !== '' && line.length <= longestTitle && !/[.;,·:]$/.test(line) && !/^(\(?\d+[.)]|\(?[α-ωa-z]{1,3}[.)]|[-•–])\s/iu.test(line);
}

function whole(label: string, title: string, lines: string[]): FoundArticle {
  const body = lines.join('\n').replace(/\n{3,}/g, '\n\n').trim();
  return { label, title, body, isPreamble: label === '' };
}

function isRepeated({ label, body }: FoundArticle, later: FoundArticle[]): boolean {
  return body === '' && later.some((other) => other.label === label);
}

/** An id for a new article that none of those has: `a1`, `a2`, … A number that was used is not used again while the highest one stands. */
export function articleId(taken: readonly string[]): string {
  const numbers = taken.map((id) => Number(/^a(\d+)$/.exec(id)?.[1] ?? 0));
  return `a${Math.max(0, ...numbers) + 1}`;
}

const mostBytes = 55_000;

/**
 * One request holds some 100,000 bytes, and a long text more: so its articles are saved in portions, one request after the other. Each list holds the articles so far, and
 * all later ones that are kept, so that none is lost where the requests break off; `body: null` says «as it is kept».
 */
export function savings<A extends { id: string; body: string }>(articles: readonly A[], kept: ReadonlyMap<string, string> = new Map()): (Omit<A, 'body'> & { body: string | null })[][] {
  const size = ({ id, body }: A) => (kept.get(id) === body ? 0 : new TextEncoder().encode(JSON.stringify(body)).length);
  const portions: number[] = [0];
  let bytes = 0;
  articles.forEach((article, at) => {
    bytes += size(article);
    if (bytes <= mostBytes || at === portions.at(-1)) return;
    portions.push(at);
    bytes = size(article);
  });
  const isKept = new Set(articles.filter((article) => size(article) === 0).map(({ id }) => id));
  return portions.map((from, number) => {
    const to = portions[number + 1] ?? articles.length;
    const asKept = (article: A) => ({ ...article, body: null });
    return [...articles.slice(0, to).map((article, at) => (at < from || isKept.has(article.id) ? asKept(article) : article)), ...articles.slice(to).filter(({ id }) => kept.has(id)).map(asKept)];
  });
}
