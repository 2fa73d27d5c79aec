import { type IntegrityBasis, method, thresholds } from '@isegoria/integrity/contracts';
import { binomialTail, negativeBinomialTail, smallestGroup } from '@isegoria/statistics/contracts';
import { type Count, hoursOfRecord, type Rhythm } from './rhythm';

/** What a sign says of a thing, before it has a name. Hours are counted since 1970; `to` is the first that is no longer in it. */
export interface Found {
  kind: 'burst' | 'newcomers';
  from: number;
  to: number;
  supports: number;
  peak: number | null;
  expected: number | null;
  fresh: number | null;
  usualPercent: number | null;
  chance: number;
  verifiedPercent: number | null;
  basis: Omit<IntegrityBasis, '__typename'>;
}

const windowHours = method.days * 24;
const geometric = 1;

/** Fewer supports within an hour are never a sign, whatever else there is: not even where the least is expected. */
export const leastBurst = Math.ceil(Math.log(thresholds.burst) / Math.log(method.leastHourly / (1 + method.leastHourly)));

/** Fewer than ten are reckoned as none, so that all that a sign was reckoned from can be told. */
const ifTold = (people: number): number => (people < smallestGroup ? 0 : people);

const rounded = (value: number, places: number): number => Number(value.toPrecision(places));

/**
 * Hours with far more supports than the rhythm lets expect. Expected is the thing's own mean of an hour in the 28 days before, at least two, times how much busier than usual the city is elsewhere
 * in that hour. An hour's count about that mean is taken as geometric, the negative binomial distribution of size 1: of all counts with a mean it supposes the least (T. M. Cover and J. A. Thomas,
 * Elements of Information Theory, 2nd ed., ch. 12), and it lets hours differ as widely as crowds do, where Poisson's would call each evening a sign. Hours side by side are one sign.
 */
export function burstsOf(own: Rhythm, city: Rhythm): Found[] {
  const signs: Found[] = [];
  for (const [hour, supports] of own.hours) {
    if (supports < leastBurst) continue;
    const { expected, ...basis } = expectedIn(hour, own, city);
    const chance = negativeBinomialTail(supports, expected, geometric);
    if (chance > thresholds.burst) continue;
    const here = { peak: supports, expected: rounded(expected, 3), chance: rounded(chance, 3), basis };
    const last = signs.at(-1);
    if (last?.to === hour) Object.assign(last, { to: hour + 1, supports: last.supports + supports }, (last.chance > here.chance ? here : {}));
    else signs.push({ kind: 'burst', from: hour, to: hour + 1, supports, fresh: null, usualPercent: null, verifiedPercent: null, ...here });
  }
  return signs.map((sign) => ({ ...sign, verifiedPercent: percentOf(own.between(sign.from, sign.to)) }));
}

/** How many supports an hour of a thing lets expect at most, and from what that follows. */
function expectedIn(hour: number, own: Rhythm, city: Rhythm) {
  const from = hour - windowHours;
  const hoursSince = (first: number) => Math.min(Math.max(hour - Math.max(first, from), method.leastHours), windowHours);
  const before = ifTold(own.between(from, hour)[0]);
  const over = hoursSince(own.first);
  const others = ifTold(city.between(hour, hour + 1)[0] - own.between(hour, hour + 1)[0]);
  const usual = rounded((city.between(from, hour)[0] - own.between(from, hour)[0]) / hoursSince(city.first), 4);
  const busy = Math.max(1, (others + method.steady) / (usual + method.steady));
  return { expected: Math.max(before / over, method.leastHourly) * busy, before, over, others, usual };
}

/**
 * Days on which far more of those who supported had made their account within the 48 hours before than elsewhere in the city in the 28 days until then: the exact binomial test of one side
 * (C. J. Clopper and E. S. Pearson, Biometrika 26, 1934). A day is tested once, when it is over: looked at again and again, chance alone would find a moment for it. In a city that has just begun
 * everybody is new, and nothing is a sign.
 */
export function newcomersOf(own: Rhythm, city: Rhythm, until: number): Found[] {
  return own.daysWith(smallestGroup).flatMap(({ from, to }): Found[] => {
    if (to > until) return [];
    const [supports, fresh] = own.between(from, to);
    // All but nine at most: so the rest is not told where it is a few.
    const told = Math.min(fresh, supports - smallestGroup + 1);
    if (told < smallestGroup) return [];
    const [all, mine] = [city.between(to - windowHours, to), own.between(to - windowHours, to)];
    const before = all[0] - mine[0];
    if (before < method.leastOthers) return [];
    const over = Math.max(all[1] - mine[1], smallestGroup);
    const chance = binomialTail(told, supports, over / before);
    if (chance > thresholds.newcomers) return [];
    const figures = { supports, fresh: told, usualPercent: rounded((100 * over) / before, 3), chance: rounded(chance, 3), basis: { before, over, others: null, usual: null } };
    return [{ kind: 'newcomers', from, to, peak: null, expected: null, verifiedPercent: percentOf(own.between(from, to)), ...figures }];
  });
}

/** The share of verified persons; null where those who are, or those who are not, are fewer than ten. */
function percentOf([supports, , verified]: Count): number | null {
  return Math.min(verified, supports - verified) < smallestGroup ? null : Math.round((100 * verified) / supports);
}

/**
 * Whether a record's hours may hold a sign, so that its thing is worth a closer look. One of the city's days lies in two of Greenwich's: half of its new accounts are in one of them. Where it lies in two records,
 * the first day of the second one may complete it.
 */
export function mayHoldSign(hours: Readonly<Record<string, Count>>): boolean {
  const freshOf = new Map<number, number>();
  return Object.entries(hours).some(([name, [supports, fresh]]) => {
    const hour = Number(name);
    const day = Math.floor(hour / 24);
    freshOf.set(day, (freshOf.get(day) ?? 0) + fresh);
    return supports >= leastBurst || (freshOf.get(day) ?? 0) >= smallestGroup / 2 || (fresh > 0 && hour % hoursOfRecord < 24);
  });
}

/** Where a thing stands among others by supports, and where it would without some of them. Supports that were taken back since are not there twice: it is the most that the sign can change. */
export function placeOf(supports: number, ofSign: number, standings: readonly number[]): { place: number; without: number } {
  const before = (mine: number) => standings.filter((others) => others > mine).length;
  const fewer = Math.max(0, supports - ofSign);
  // The thing itself is among the standings.
  return { place: 1 + before(supports), without: 1 + before(fewer) - Number(supports > fewer) };
}
