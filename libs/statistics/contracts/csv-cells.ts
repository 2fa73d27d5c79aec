/**
 * The cells of a CSV file (RFC 4180). Commas or, as Greek spreadsheets write it, semicolons: whichever the first line has. Quoted cells may hold either, and
 * line feeds; a byte order mark is passed over.
 */
export function csvCells(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  const first = plain.split('\n', 1)[0] ?? '';
  const apart = first.includes(';') && !first.includes(',') ? ';' : ',';
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at] ?? '';
    if (isQuoted && sign === '"' && plain[at + 1] === '"') cell += plain[++at] ?? '';
    else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted || (sign !== apart && sign !== '\n' && sign !== '\r')) cell += sign;
    else if (sign === apart) endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    }
  }
  endCell();
  return rows.filter((row) => row.some((one) => one.trim() !== ''));
}
