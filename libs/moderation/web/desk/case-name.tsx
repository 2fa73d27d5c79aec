import { useWords } from '@isegoria/ui/web';
import { type Named, nameWith } from './case-words';

// No title holds it: titles are one line.
const BREAK = '\n';

/** A case's name to be read: its title stands in the language that it was written in, and says so where that is not the reader's. */
export function CaseName({ row }: { row: Named }) {
  const words = useWords('moderation');
  const [before, after] = nameWith(words, row, BREAK).split(BREAK);
  return (
    <>
      {before}
      <span lang={words.lang(row.title)}>{words.lt(row.title)}</span>
      {after}
    </>
  );
}
