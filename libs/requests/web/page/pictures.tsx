import { useWords } from '@isegoria/ui/web';
import type { ShownRequest } from '../documents';
import styles from './request-page.module.css';

/** Pictures with what they show. */
export function Pictures({ pictures }: Pick<ShownRequest, 'pictures'>) {
  const { t } = useWords('requests');
  if (pictures.length === 0) return null;
  return (
    <div className={styles.pictures}>
      {pictures.map(({ id, url, width, height, alt }) => (
        <figure key={id} className={styles.picture}>
          <img src={url} width={width} height={height} alt={alt || t('page.picture')} loading="lazy" decoding="async" />
          {alt && <figcaption>{alt}</figcaption>}
        </figure>
      ))}
    </div>
  );
}
