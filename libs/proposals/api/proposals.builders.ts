import type { ProposalInput } from '@isegoria/proposals/contracts';
import type { Proposal } from './proposal.schema';
import { nothingYet } from './nothing-yet';
import { written } from './proposal-words';
import { standing } from './standing';

/** What a citizen of a test writes: hostile and long-worded unless it is said otherwise. */
export function aWish(wish: Partial<ProposalInput> = {}): ProposalInput {
  return {
    title: 'Σκίαστρα <script>alert(1)</script> στη διαδρομή προς τα σχολεία',
    text: 'Τα παιδιά περπατούν 800 μέτρα χωρίς σκιά. <img src=x onerror=alert(1)> Ηλεκτροεγκεφαλογραφηματικώς αδιαμφισβήτητο.',
    category: 'green',
    district: 'kentro',
    place: { label: 'Οδός Σαλαμίνος 12', lat: 37.944, lng: 23.03 },
    ...wish,
  };
}

/** A proposal as it is stored: public and not answered unless it is said otherwise. */
export function aProposal({ title = 'Δέντρα στην οδό Κύπρου', text = 'Δεν υπάρχει ούτε ένα δέντρο.', ...with_ }: Partial<Proposal> & { _id: string }): Proposal {
  const at = with_.publishedAt ?? new Date('2026-05-01T09:00:00Z');
  const axes = { publication: with_.publication ?? 'public', visibility: with_.visibility ?? 'visible', answered: with_.answered ?? 'NONE' };
  const said = { authorId: 'author', lang: 'el', category: 'green', district: 'kentro', place: null, pictures: [], departmentId: 'environment', processId: 'ideas' };
  return { ...nothingYet, ...said, ...written(title, text), createdAt: at, touchedAt: at, publishedAt: at, activeAt: at, ...with_, ...standing(axes) } as Proposal;
}

/** A client's own id for a draft. */
export function aDraftId(): string {
  return `D${crypto.randomUUID().replaceAll('-', '').slice(0, 25).toUpperCase()}`;
}
