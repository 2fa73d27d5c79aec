import { Injectable, type OnModuleInit } from '@nestjs/common';
import { column, Figures } from '@isegoria/kernel/api';
import type { IntegrityFinding, IntegritySignKind } from '@isegoria/integrity/contracts';
import { cityDay, type Localized } from '@isegoria/kernel/contracts';
import { Signs } from './signs.service';

const shownMost = 30;
const kinds: Record<IntegritySignKind, Localized> = { burst: { el: 'Έξαρση', en: 'Burst' }, newcomers: { el: 'Νέοι λογαριασμοί', en: 'New accounts' } };
const findings: Record<IntegrityFinding, Localized> = {
  silent: { el: 'Δεν έχει λεχθεί κάτι', en: 'Nothing said yet' }, examining: { el: 'Εξετάζεται', en: 'Being examined' }, explained: { el: 'Εξηγήθηκε', en: 'Explained' }, unexplained: { el: 'Χωρίς εξήγηση', en: 'Unexplained' },
};
const hidden: Localized = { el: 'Δεν είναι πια δημόσιο', en: 'No longer public' };

/** What the council sees of the signs: on what, how large, and what was found. */
@Injectable()
export class IntegrityFigures implements OnModuleInit {
  constructor(
    private readonly signs: Signs,
    private readonly figures: Figures,
  ) {}

  onModuleInit(): void {
    this.figures.register({
      id: 'integrity.signs', chapter: 'fairness', order: 81, chart: 'none',
      title: { el: 'Ακεραιότητα: ενδείξεις που παρατηρήθηκαν', en: 'Integrity: signs that were noticed' },
      note: { el: `Οι ${shownMost} τελευταίες. Μια ένδειξη λέει κάτι για έναν αριθμό, για κανέναν άνθρωπο, και δεν αλλάζει καμία καταμέτρηση.`, en: `The last ${shownMost}. A sign says something of a number, of no person, and changes no count.` },
      columns: [column('about', 'text', 'Θέμα', 'Thing'), column('kind', 'text', 'Ένδειξη', 'Sign'), column('day', 'text', 'Ημέρα', 'Day'), column('supports', 'number', 'Στηρίξεις', 'Supports'), column('place', 'number', 'Θέση', 'Place'), column('without', 'number', 'Θέση χωρίς αυτές', 'Place without them'), column('finding', 'text', 'Τι βρέθηκε', 'Finding')],
      rows: async () => {
        const { items } = await this.signs.page({ first: shownMost });
        return items.map(({ about, kind, from, supports, place, finding }) => ({ about: about?.title ?? hidden, kind: kinds[kind], day: cityDay(from), supports, place: place?.place ?? null, without: place?.without ?? null, finding: findings[finding] }));
      },
    });
  }
}
