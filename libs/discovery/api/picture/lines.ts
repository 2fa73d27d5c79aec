/** Breaks a text into lines no wider than a limit. The last line that there is room for ends with `…` where more follows. */
export function linesOf(text: string, { most, fits }: { most: number; fits(line: string): boolean }): { lines: string[]; isWhole: boolean } {
  const lines: string[] = [];
  let line = '';
  const words = text.split(' ').flatMap((word) => (fits(word) ? [word] : pieces(word, fits)));
  for (const [at, word] of words.entries()) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) line = longer;
    else if (lines.length === most - 1) return { lines: [...lines, shortened(line, fits)], isWhole: at === words.length };
    else {
      lines.push(line);
      line = word;
    }
  }
  return { lines: line ? [...lines, line] : lines, isWhole: true };
}

/** A word that is wider than a line, cut where it must be. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  const found: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece && !fits(piece + sign)) {
      found.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return piece ? [...found, piece] : found;
}

function shortened(line: string, fits: (line: string) => boolean): string {
  let signs = [...line];
  while (signs.length > 0 && !fits(`${signs.join('')}…`)) signs = signs.slice(0, -1);
  return `${signs.join('').replace(/[\s,;:.·]+$/, '')}…`;
}
