import { useWords } from '../words/use-words';
import styles from './contents.module.css';

export interface ContentsProps {
  /** The parts of the page, by the ids that they stand under. */
  parts: readonly { id: string; title: string }[];
}

/** What is on a long page, a press away. */
export function Contents({ parts }: ContentsProps) {
  const { t } = useWords('ui');
  return (
    <nav aria-label={t('contents')} className={styles.contents}>
      <ul role="list">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
