/** What Excel lets a sheet be called: at most 31 signs, none of : \ / ? * [ ], no apostrophe at an end, and no name twice whatever its case. Pure. */
const LONGEST = 31;

export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set(['history']);
  return titles.map((title) => {
    const name = title.replace(/[:\\/?*[\]]/g, ' ').replace(/\s+/g, ' ').trim().replace(/^'+|'+$/g, '') || '–';
    for (let time = 1; ; time++) {
      const end = time === 1 ? '' : ` (${time})`;
      const tried = `${cutTo(name, LONGEST - end.length)}${end}`;
      if (taken.has(tried.toLowerCase())) continue;
      taken.add(tried.toLowerCase());
      return tried;
    }
  });
}

/** By UTF-16 units, as Excel counts, and no sign cut in two. */
function cutTo(text: string, most: number): string {
  const signs = [...text];
  while (signs.join('').length > most) signs.pop();
  return signs.join('').replace(/[\s']+$/, '');
}
