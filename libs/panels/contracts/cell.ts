import { type Dimension, dimensions, type Group, type PopulationShares } from '@isegoria/statistics/contracts';

/** The group of a person by what a panel is balanced by, as one text: `ageBand=25-39 districtId=harbour`; `all` where it is balanced by nothing. Null where one of these is not known of them. */
export function cellKeyOf(group: Group, balance: readonly Dimension[]): string | null {
  const parts = sorted(balance).map((dimension) => group[dimension] && `${dimension}=${group[dimension]}`);
  if (parts.some((part) => !part)) return null;
  return parts.length > 0 ? parts.join(' ') : 'all';
}

/** What a group is made of. */
export function traitsOf(cell: string): { dimension: Dimension; value: string }[] {
  return cell.split(' ').flatMap((part) => {
    const [name, value] = part.split('=');
    const dimension = dimensions.find((one) => one === name);
    return value && dimension ? [{ dimension, value }] : [];
  });
}

/** Always in one order, however they were chosen. */
const sorted = (balance: readonly Dimension[]): Dimension[] => [...new Set(balance)].sort();

/** How many people of a city a group has, by the shares of each of its traits: as if one told nothing of the other. Null where a trait is in no table. */
export function peopleOf(cell: string, { ages, districts }: Pick<PopulationShares, 'ages' | 'districts'>): number | null {
  const sum = (rows: readonly { people: number }[]): number => rows.reduce((all, { people }) => all + people, 0);
  const traits = new Map(traitsOf(cell).map(({ dimension, value }) => [dimension, value]));
  const own = ages.filter(({ ageBand, gender }) => (traits.get('ageBand') ?? ageBand) === ageBand && (traits.get('gender') ?? gender) === gender);
  const district = traits.get('districtId');
  const here = district === undefined ? districts : districts.filter(({ districtId }) => districtId === district);
  if (own.length === 0 || here.length === 0 || sum(ages) === 0 || sum(districts) === 0) return null;
  return (sum(own) * sum(here)) / sum(districts);
}
