import type { Localized } from '@isegoria/kernel/contracts';

/** A query that can be run as it stands, on the page and by a test that sees that each still answers. */
export interface Example {
  id: string;
  title: Localized;
  query: string;
  variables: Record<string, unknown>;
}

export const examples: readonly Example[] = [
  {
    id: 'proposals',
    title: { el: 'Οι προτάσεις με τη μεγαλύτερη στήριξη', en: 'The proposals with most support' },
    query: `query MostSupported($first: Int!) {
  proposals(sort: SUPPORTS, first: $first) {
    total
    next
    items { id title status supports publishedAt }
  }
}`,
    variables: { first: 5 },
  },
  {
    id: 'decisions',
    title: { el: 'Τι πιστεύει η πόλη για τις αποφάσεις του δήμου', en: 'What the city thinks of the municipality’s decisions' },
    query: `query Evaluated($first: Int!) {
  decisions(sort: MOST_EVALUATED, first: $first) {
    items {
      id
      ada
      subject
      opinion { people headline { el en } criteria { id counts median { value low high } } }
    }
  }
}`,
    variables: { first: 3 },
  },
  {
    id: 'ledger',
    title: { el: 'Το ανοιχτό βιβλίο', en: 'The open ledger' },
    query: `{
  ledger { origin key size root }
}`,
    variables: {},
  },
];
