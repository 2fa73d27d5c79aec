import { LinkButton, Loaded, Pager, Section, useFocusBack, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useMe } from '@isegoria/identity/web';
import { AmendmentCard } from './amendment-card';
import styles from './amendments.module.css';
import { AmendmentsDocument, MyAmendmentsDocument, type ShownAmendment, type ShownArticle, type ShownConsultation } from './documents';
import { DifferenceKey } from './difference';

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
  const hasOpen = mine.length > 0;
  return (
    <div ref={box}>
      <Section title={t('amendment.title')} id="amendments">
        <div className={styles.part}>
          <Loaded answer={answer}>
            {({ amendments: { items, next } }) => {
              const others = items.filter(({ id: one }) => mine.every((own) => own.id !== one));
              const total = first.data?.amendments.total ?? 0;
              if (others.length + mine.length === 0) return <p>{t(takesPart ? 'amendment.none' : 'amendment.noneClosed')}</p>;
              return (
                <>
                  <DifferenceKey />
                  <ul role="list" className={styles.part} aria-label={t('amendment.title')}>
                    {[...(after ? [] : mine), ...others].map((amendment) => (
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

const none: readonly ShownAmendment[] = [];
