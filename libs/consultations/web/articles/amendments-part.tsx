import { LinkButton, Loaded, Pager, Section, useFocusBack, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useMe } from '@isegoria/identity/web';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { AmendmentCard } from './amendment-card';
import styles from './amendments.module.css';
import { AmendmentDocument, AmendmentsDocument, MyAmendmentsDocument, type ShownAmendment, type ShownArticle, type ShownConsultation } from '../documents';
import { DifferenceKey } from './difference';
import { isStanding } from '../use-mine';

const size = 20;

/** The other wordings of an article, one's own first, and the way to write one. */
export function AmendmentsPart({ consultation: { id, takesPart }, article }: { consultation: Pick<ShownConsultation, 'id' | 'takesPart'>; article: Pick<ShownArticle, 'id'> }) {
  const { t } = useWords('consultations');
  const { me } = useMe();
  const box = useFocusBack();
  const { after } = usePaging();
  const asked = { consultationId: id, articleId: article.id, sort: 'SUPPORTS', first: size } as const;
  const first = useGraph(AmendmentsDocument, { ...asked, after: null });
  const answer = useGraph(AmendmentsDocument, { ...asked, after }, { keepPrevious: true });
  const written = useGraph(MyAmendmentsDocument, { consultationId: id }, { enabled: me !== null }).data?.myAmendments ?? none;
  const mine = written.filter(({ articleId, visibility }) => articleId === article.id && visibility !== 'withdrawn');
  const hasOpen = mine.some(isStanding);
  const linked = useLinked(article.id);
  // One's own, and the one that the address leads to, come before the others.
  const ahead = linked && mine.every(({ id: own }) => own !== linked.id) ? [...mine, linked] : mine;
  return (
    <div ref={box}>
      <Section title={t('amendment.title')} id="amendments">
        <div className={styles.part}>
          <Loaded answer={answer}>
            {({ amendments: { items, next } }) => {
              const others = items.filter(({ id: one }) => ahead.every((other) => other.id !== one));
              const total = first.data?.amendments.total ?? 0;
              if (others.length + ahead.length === 0) return <p>{t(takesPart ? 'amendment.none' : 'amendment.noneClosed')}</p>;
              return (
                <>
                  <DifferenceKey />
                  <ul role="list" className={styles.part} aria-label={t('amendment.title')}>
                    {[...(after ? [] : ahead), ...others].map((amendment) => (
                      <AmendmentCard key={amendment.id} amendment={amendment} takesPart={takesPart} />
                    ))}
                  </ul>
                  <Pager next={next} total={total} size={size} />
                </>
              );
            }}
          </Loaded>
          {takesPart && (hasOpen ? <p className={styles.label}>{t('amendment.oneOpen')}</p> : <div><LinkButton variant="secondary" to={`/consultations/${id}/amend/${article.id}`}>{t('amendment.write')}</LinkButton></div>)}
        </div>
      </Section>
    </div>
  );
}

/** The amendment of this article that the address leads to: brought to the reader once it is there. So is the whole part. */
function useLinked(articleId: string): ShownAmendment | null {
  const { hash } = useLocation();
  const id = hash.startsWith('#amendment-') ? decodeURIComponent(hash.slice('#amendment-'.length)) : null;
  const found = useGraph(AmendmentDocument, { id: id ?? '' }, { enabled: id !== null }).data?.amendment ?? null;
  const isHere = found !== null && found.articleId === articleId && found.visibility !== 'withdrawn';
  const place = isHere ? `amendment-${found.id}` : hash === '#amendments' ? 'amendments' : null;
  useEffect(() => {
    const part = place ? document.getElementById(place) : null;
    if (!part) return;
    part.tabIndex = -1;
    part.scrollIntoView();
    part.focus({ preventScroll: true });
  }, [place]);
  return isHere ? found : null;
}

const none: readonly ShownAmendment[] = [];
