/** A licence: what people call it, where it stands, its name in the EU's vocabulary and the one that CKAN knows it by. */
export interface Licence {
  title: string;
  url: string;
  authority: string;
  ckan: string;
}

const authority = (code: string) => `http://publications.europa.eu/resource/authority/licence/${code}`;

/** The licences that a city may choose from, by the codes of the EU's vocabulary. */
export const licences = {
  CC_BY_4_0: { title: 'Creative Commons Attribution 4.0 International', url: 'https://creativecommons.org/licenses/by/4.0/', authority: authority('CC_BY_4_0'), ckan: 'cc-by-4.0' },
  CC_BYSA_4_0: { title: 'Creative Commons Attribution-ShareAlike 4.0 International', url: 'https://creativecommons.org/licenses/by-sa/4.0/', authority: authority('CC_BYSA_4_0'), ckan: 'cc-by-sa-4.0' },
  CC0: { title: 'Creative Commons CC0 1.0 Universal', url: 'https://creativecommons.org/publicdomain/zero/1.0/', authority: authority('CC0'), ckan: 'cc-zero' },
} as const satisfies Record<string, Licence>;
