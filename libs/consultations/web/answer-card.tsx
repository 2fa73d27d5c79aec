import { Card, Figure, PlainText, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import styles from './consultation-page.module.css';
import type { ShownConsultation } from './documents';

/** What the service made of it, as a whole: how many articles changed, how many amendments were adopted, and what it says. */
export function AnswerCard({ consultation: { id, department, answer }, inReport = false }: { consultation: Pick<ShownConsultation, 'id' | 'department' | 'answer'>; inReport?: boolean }) {
  const { t, lt, d } = useWords('consultations');
  if (!answer) return null;
  const { text, at, kept, changed, removed, added, adopted, partly, notAdopted } = answer;
  const amendments = adopted + partly + notAdopted;
  return (
    <Card edge="olive" title={t('answer.title')} note={[department && lt(department.name), d(at)].filter(Boolean).join(', ')}>
      <div className={styles.figures}>
        <Figure tone="olive" value={changed} label={t('answer.changed', { count: changed })} />
        <Figure tone="ink" value={kept} label={t('answer.kept', { count: kept })} />
        {removed > 0 && <Figure tone="terracotta" value={removed} label={t('answer.removed', { count: removed })} />}
        {added.length > 0 && <Figure tone="olive" value={added.length} label={t('answer.added', { count: added.length })} />}
      </div>
      {amendments > 0 && <p><b>{t('answer.adoptedOf', { adopted: adopted + partly, count: amendments })}</b>{partly > 0 && ` ${t('answer.partlyOf', { count: partly })}`}</p>}
      <PlainText text={text} />
      {added.length > 0 && (
        <>
          <h3 className={styles.small}>{t('answer.addedTitle')}</h3>
          <ul className={styles.list} lang="el">
            {added.map(({ id: one, label, title, reason }) => (
              <li key={one}>
                <b>{[label, title].filter(Boolean).join('. ')}</b>: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {!inReport && <Link className={styles.way} to={`/consultations/${id}/report`}>{t('answer.all')}</Link>}
    </Card>
  );
}
