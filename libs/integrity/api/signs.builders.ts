import { type Count, Rhythm } from './rhythm';

/** A count that comes with some probability within an hour, on average so often (Knuth's way; for small means). */
export function poisson(mean: number, chance: () => number): number {
  const left = Math.exp(-mean);
  let count = 0;
  for (let drawn = chance(); drawn > left; drawn *= chance()) count += 1;
  return count;
}

export interface OrdinaryCity {
  things: number;
  /** How many supports there are in a year. */
  supports: number;
  /** Which part of them comes from accounts of the last two days. */
  newShare: number;
  days: number;
  chance(): number;
}

/** How busy each hour of the day is in Greece, by Greenwich: little at night, most in the evening. */
const dayShape = Array.from({ length: 24 }, (_, hour) => (hour < 4 || hour > 21 ? 0.2 : hour > 14 ? 1.9 : 1));

/**
 * A year of a city in which nothing is arranged: few things have many supports and many have few, most come in the first days of a thing, evenings are busy, some days are talked about, and now and then
 * a thing gets around, so that an hour has several times what it else would.
 */
export function ordinaryCity({ things, supports, newShare, days, chance }: OrdinaryCity): { city: Rhythm; each: Rhythm[] } {
  const weights = Array.from({ length: things }, (_, rank) => ((rank + 4) / 3) ** -0.95);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const talk = Array.from({ length: days }, () => 0.5 + 1.2 * chance());
  const all = new Map<number, Count>();
  const each = weights.map((weight) => {
    const [begins, half] = [Math.floor(chance() * days * 24), 24 * (2 + 20 * chance())];
    const wanted = (supports * weight) / sum;
    const counts = new Map<number, Count>();
    for (let hour = begins; hour < days * 24; hour++) {
      const fade = (Math.LN2 / half) * 2 ** (-(hour - begins) / half);
      // Once in a thousand hours somebody with many friends shares it.
      const luck = chance() < 0.001 ? 4 : 1;
      const came = poisson(wanted * fade * (dayShape[hour % 24] ?? 1) * (talk[Math.floor(hour / 24)] ?? 1) * luck, chance);
      if (came === 0) continue;
      const count: Count = [came, Array.from({ length: came }, () => Number(chance() < newShare)).reduce<number>((fresh, one) => fresh + one, 0), 0];
      counts.set(hour, count);
      const before = all.get(hour) ?? [0, 0, 0];
      all.set(hour, [before[0] + count[0], before[1] + count[1], 0]);
    }
    return new Rhythm(counts);
  });
  return { city: new Rhythm(all), each };
}
