import type { Gender } from '@isegoria/identity/contracts';
import { seeded } from '@isegoria/kernel/contracts';

/**
 * Who comes of themselves to a city's platform: more in their middle years, fewer of the youngest and the oldest than live there, so that the demo
 * city has something to weigh. The shares are of our own making.
 */
const ages: [from: number, to: number, share: number][] = [[16, 24, 0.07], [25, 39, 0.34], [40, 54, 0.36], [55, 64, 0.15], [65, 84, 0.08]];
/** Those who say their year of birth, and their gender. */
const sayYear = 0.91;
const sayGender = 0.93;

/** What the demo city's neighbour number `at` says of themselves; always the same, and out of no other seed's chance. */
export function demographicsOf(at: number, isWoman: boolean, year: number): { birthYear: number | null; gender: Gender | null } {
  const chance = seeded(at);
  const saysYear = chance() < sayYear;
  const saysGender = chance() < sayGender;
  const isOther = chance() < 0.01;
  const gender = isOther ? 'other' : isWoman ? 'female' : 'male';
  return { birthYear: saysYear ? year - age(chance) : null, gender: saysGender ? gender : null };
}

function age(chance: () => number): number {
  let left = chance();
  const band = ages.find(([, , share]) => (left -= share) < 0) ?? [25, 39, 1];
  return band[0] + Math.floor(chance() * (band[1] - band[0] + 1));
}
