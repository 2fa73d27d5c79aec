import type { AmendmentsDelta, ArgumentsDelta, StancesDelta } from '@isegoria/consultations/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { type Answer, type ResultOf, useGraph, useRefresh } from '@isegoria/ui/web';
import { AmendmentsDocument, ArticleDocument, ConsultationDocument, type ContentsRow, MyAmendmentsDocument, VersionsDocument } from './documents';

type Shown = ResultOf<typeof ConsultationDocument>;

/** A consultation with the table of its articles, as it stands: what is said elsewhere is counted here at once, and what the city does is asked for again. */
export function useLiveConsultation(id: string): Answer<Shown> {
  const answer = useGraph(ConsultationDocument, { id });
  const refresh = useRefresh();
  const { update } = answer;
  useRoom(id ? { kind: 'consultation', id } : null, {
    onDelta: (name, payload) => {
      // The room's deltas are made by our own server; their names say their shape.
      if (name === 'stances') update((shown) => changed(shown, payload as StancesDelta, ({ agree, withChanges, disagree, people }) => ({ stances: { agree, withChanges, disagree, people } })));
      if (name === 'arguments') update((shown) => changed(shown, payload as ArgumentsDelta, ({ total }) => ({ arguments: { total } })));
      if (name === 'amendments') {
        update((shown) => changed(shown, payload as AmendmentsDelta, ({ amendments }) => ({ amendments })));
        void refresh(AmendmentsDocument, MyAmendmentsDocument);
      }
      if (name === 'changed') void refresh(ConsultationDocument, ArticleDocument, VersionsDocument);
    },
    onMissed: () => void refresh(ConsultationDocument, ArticleDocument, AmendmentsDocument),
  });
  return answer;
}

/** The table with the new count of one article. One about the whole changes no row. */
function changed<Delta extends { articleId: string | null }>(shown: Shown, delta: Delta, counted: (delta: Delta) => Partial<ContentsRow>): Shown {
  return { ...shown, consultationArticles: shown.consultationArticles.map((article) => (article.id === delta.articleId ? { ...article, ...counted(delta) } : article)) };
}
