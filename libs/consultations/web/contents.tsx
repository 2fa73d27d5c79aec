import type { Stance } from '@isegoria/consultations/contracts';
import { Tag, type Tone, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { articleName } from './articles/article-name';
import styles from './contents.module.css';
import type { ContentsRow } from './documents';
import { StanceBar } from './articles/stance-bar';

export interface ContentsProps {
  consultationId: string;
  articles: readonly ContentsRow[];
  /** The article whose page this is. */
  hereId?: string;
  read: readonly string[];
  stanceOn(ballotId: string): Stance | null;
  /** The articles for which the reader wrote another wording. */
  amended: ReadonlySet<string>;
  /** The articles about which they wrote an argument. */
  argued: ReadonlySet<string>;
  /** Beside an article: names and bars alone. */
  compact?: boolean;
}

/** The text's table of contents: each article with how people stand on it, and what the reader has read or said. */
export function Contents({ consultationId, articles, hereId, compact = false, ...known }: ContentsProps) {
  const { t } = useWords('consultations');
  return (
    <nav aria-label={t('contents.title')} className={styles.contents} data-compact={compact || undefined}>
      <ol role="list">
        {articles.map((article) => (
          <li key={article.id} className={styles.row}>
            <Link to={`/consultations/${consultationId}/articles/${article.id}`} aria-current={article.id === hereId ? 'page' : undefined} className={styles.name} lang="el">
              {articleName(article, t('preamble'))}
            </Link>
            <div className={styles.bar}>
              <StanceBar counts={article.stances} label={t('stance.label')} />
            </div>
            {!compact && <Said article={article} />}
            <Marks article={article} compact={compact} {...known} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** How much was said about it. */
function Said({ article: { stances, arguments: said, amendments } }: { article: ContentsRow }) {
  const { t } = useWords('consultations');
  const words = [
    stances.people > 0 && t('contents.stances', { count: stances.people }),
    said.total > 0 && t('contents.arguments', { count: said.total }),
    amendments > 0 && t('contents.amendments', { count: amendments }),
  ].filter(Boolean);
  return words.length > 0 && <p className={styles.said}>{words.join(', ')}</p>;
}

const outcomes: Record<'kept' | 'changed' | 'removed', Tone> = { kept: 'neutral', changed: 'olive', removed: 'terracotta' };

/** What became of it, and what the reader has done with it. */
function Marks({ article, read, stanceOn, amended, argued, compact }: Pick<ContentsProps, 'read' | 'stanceOn' | 'amended' | 'argued' | 'compact'> & { article: ContentsRow }) {
  const { t } = useWords('consultations');
  const stance = stanceOn(article.ballotId);
  const hasSaid = stance !== null || amended.has(article.id) || argued.has(article.id);
  return (
    <p className={styles.marks}>
      {article.answer && !(compact && article.answer.outcome === 'kept') && <Tag tone={outcomes[article.answer.outcome]}>{t(`outcome.${article.answer.outcome}`)}</Tag>}
      {stance && <span className={styles.mine}>{t('contents.youSaid', { stance: t(`stance.${stance}`) })}</span>}
      {amended.has(article.id) && <span className={styles.mine}>{t('contents.youWrote')}</span>}
      {argued.has(article.id) && <span className={styles.mine}>{t('contents.youArgued')}</span>}
      {!hasSaid && read.includes(article.id) && <span>{t('contents.read')}</span>}
    </p>
  );
}
