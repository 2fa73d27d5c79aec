import type { Place } from '@isegoria/organisation/contracts';

/** How a district is said in a sentence: «στον Όρμο», «του Όρμου». */
const said: Record<string, { in: string; of: string }> = {
  kentro: { in: 'στο κέντρο', of: 'του κέντρου' },
  ormos: { in: 'στον Όρμο', of: 'του Όρμου' },
  'ano-poli': { in: 'στην Άνω Πόλη', of: 'της Άνω Πόλης' },
  'agios-nikolaos': { in: 'στον Άγιο Νικόλαο', of: 'του Αγίου Νικολάου' },
  pefka: { in: 'στα Πεύκα', of: 'των Πεύκων' },
  limani: { in: 'στο Λιμάνι', of: 'του Λιμανιού' },
};

/** Names that are no street: the words «στην οδό» before them would be odd. */
const noStreet = /^(Πλατεία|Ακτή|Δημ|Παραλία|Άλσος|Κέντρο|Σταθμός|Κάστρο|Επι|Επαγγ|\d+ο |.*(Σχολείο|Λύκειο|Νηπιαγωγείο|Γυμνάσιο|Στάδιο|Σταθμός|Μουσείο|Θέατρο|Ναός|Εκκλησία))/;

/** The corner of the city that a proposal is about. */
export interface Corner {
  district: string;
  in: string;
  of: string;
  street: Place | null;
  square: Place | null;
}

/** Deals corners out, going round the streets of each district, so that a name comes back as late as it can. */
export function corners(places: Place[], random: () => number): (district: string) => Corner {
  const dealt = new Map<string, number>();
  const next = (district: string, kind: string, of: Place[]): Place | null => {
    const at = dealt.get(`${district}:${kind}`) ?? Math.floor(random() * of.length);
    dealt.set(`${district}:${kind}`, at + 1);
    return of[at % Math.max(of.length, 1)] ?? null;
  };
  return (district) => {
    const here = places.filter(({ districtId }) => districtId === district);
    const squares = here.filter(({ label }) => label.startsWith('Πλατεία'));
    const streets = here.filter(({ label }) => !noStreet.test(label));
    const { in: inside, of } = said[district] ?? { in: 'στη γειτονιά', of: 'της γειτονιάς' };
    return { district, in: inside, of, street: next(district, 'street', streets), square: next(district, 'square', squares) };
  };
}
