import type { PublicPage } from '@isegoria/kernel/api';
import type { Site } from './json-ld';

/** What hostile or careless people put into titles. */
export const hostileTitle = '</title></script><script>alert(1)</script> ]]> & "quotes" \u0000\u0008 \u202eلا\u202c 😀 \ud800 \u2028 Άνω τελεία·';

export const aSite = (change: Partial<Site> = {}): Site => ({ platform: 'https://city.example', name: 'Ισηγορία', city: 'Δήμος Δοκιμής', home: 'Αρχική', locale: 'el', ...change });

export function aPage(change: Partial<PublicPage> = {}): PublicPage {
  return {
    path: '/proposals/01J', label: 'Πρόταση κατοίκου', title: 'Σκιά στην πλατεία', lang: 'el', description: 'Δέντρα, γρήγορα.', publishedAt: new Date('2026-03-01T10:00:00Z'), updatedAt: new Date('2026-03-05T10:00:00Z'),
    figures: [{ value: '1.284', label: 'κάτοικοι τη στηρίζουν' }, { value: '37', label: 'επιχειρήματα' }], act: 'Στήριξέ την', trail: [{ title: 'Προτάσεις', path: '/proposals' }],
    thing: { '@type': 'DiscussionForumPosting', text: 'Δέντρα, γρήγορα.' },
    ...change,
  };
}
