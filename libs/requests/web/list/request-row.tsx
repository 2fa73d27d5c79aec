import { DateText, Excerpt, Row, useWords } from '@isegoria/ui/web';
import type { ReactNode } from 'react';
import type { ListedRequest } from '../documents';
import { dueText } from '../standing';
import { StatusTag } from '../status-tag';
import styles from './list.module.css';

/** A request in a list: what and where, since when, by when, whom else it concerns, and how it stands. */
export function RequestRow({ request, level = 2, children }: { request: ListedRequest; level?: 2 | 3; children?: ReactNode }) {
  const words = useWords('requests');
  const { t, lt, lang } = words;
  const { id, title, text, lang: written, createdAt, affected, district, status, closing, isOverdue, isPrivate, pictures } = request;
  const due = isOverdue ? null : dueText(request, words);
  const [picture] = pictures;
  return (
    <Row
      level={level}
      to={`/requests/${id}`}
      title={lt(title)}
      lang={lang(title)}
      note={
        <>
          {t('list.number', { id })}, {lt(district.name)}, <DateText at={createdAt} style="short" />
          {affected > 0 && <>, {t('list.affected', { count: affected })}</>}
          {isPrivate && <>, {t('list.private')}</>}
        </>
      }
      tag={<StatusTag status={status} closing={closing} isOverdue={isOverdue} />}
    >
      {(text || picture) && (
        <div className={styles.about}>
          {picture && <img className={styles.thumb} src={picture.thumbnailUrl} alt="" loading="lazy" decoding="async" />}
          {text && <Excerpt lang={written}>{text}</Excerpt>}
        </div>
      )}
      {due && <p className={styles.due}>{due}</p>}
      {children}
    </Row>
  );
}
