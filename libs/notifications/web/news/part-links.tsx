import { Link } from 'react-router';
import { newsFeed, newsPath, type Part } from '@isegoria/organisation/contracts';
import { useWords, VisuallyHidden } from '@isegoria/ui/web';
import { FollowButton } from '../follow-button';
import styles from './part-links.module.css';

/** The address of a part's feed. */
export const feedPath = (part: Part, locale: string): string => `/feeds/${newsFeed(part)}.atom${locale === 'el' ? '' : `?lang=${locale}`}`;

/** Stands on a list that is narrowed to a district or a category: to follow that as a whole, to read what is new there, or to let a program read it. Nothing where the list is narrowed to neither. */
export function PartLinks({ district = null, category = null }: { district?: string | null; category?: string | null }) {
  const { t, locale } = useWords('notifications');
  const parts = [{ kind: 'district' as const, id: district }, { kind: 'category' as const, id: category }].flatMap(({ kind, id }) => (id ? [{ kind, id }] : []));
  if (parts.length === 0) return null;
  return (
    <div className={styles.parts}>
      {parts.map(({ kind, id }) => (
        <div key={kind} className={styles.part}>
          <FollowButton subject={{ kind, id }} />
          <Link to={newsPath({ kind, id })}>{t(`news.see_${kind}`)}</Link>
          <a href={feedPath({ kind, id }, locale)}>
            Atom<VisuallyHidden>, {t(`news.see_${kind}`)}</VisuallyHidden>
          </a>
        </div>
      ))}
    </div>
  );
}
