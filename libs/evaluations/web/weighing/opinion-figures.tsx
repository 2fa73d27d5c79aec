import { FEW } from '@isegoria/evaluations/contracts';
import { Disclosure, Notice, OpinionBar, OpinionKey, Table, useWords, VisuallyHidden, type WordsOfSlice } from '@isegoria/ui/web';
import type { OpinionOnPage } from '../documents';
import styles from './opinion-figures.module.css';

/** What the city thinks, criterion by criterion: a bar with its median, the table twin, and how it was counted. */
export function OpinionFigures({ opinion }: { opinion: OpinionOnPage }) {
  const words = useWords('evaluations');
  const { t } = words;
  const steps = stepWords(words);
  return (
    <div className={styles.figures}>
      {opinion.people > 0 && opinion.people < FEW && <Notice tone="warning">{t('opinion.few')}</Notice>}
      <OpinionKey steps={steps} />
      <div className={styles.bars}>
        {opinion.criteria.map(({ id, label, counts, median }) => (
          <OpinionBar key={id} label={words.lt(label)} counts={counts} steps={steps} after={median && <Median median={median} />} />
        ))}
      </div>
      <div>
        <Disclosure label={t('opinion.showTable')}>
          <OpinionTable opinion={opinion} />
        </Disclosure>
        <Disclosure label={t('opinion.method')}>
          <p className={styles.method}>{t('opinion.methodText')}</p>
        </Disclosure>
      </div>
    </div>
  );
}

/** «4 (3–4)»: the middle answer and the steps that may be the middle of all. */
function Median({ median }: { median: { value: number; low: number; high: number } }) {
  const { t } = useWords('evaluations');
  const fill = { median: median.value, low: median.low, high: median.high };
  return (
    <>
      <span aria-hidden>{t('opinion.median', fill)}</span>
      <VisuallyHidden>{t('opinion.medianSpoken', fill)}</VisuallyHidden>
    </>
  );
}

function OpinionTable({ opinion }: { opinion: OpinionOnPage }) {
  const words = useWords('evaluations');
  const { t, lt, n } = words;
  const columns = [
    { key: 'criterion', label: t('opinion.criterion'), type: 'text' as const },
    ...stepWords(words).map((label, at) => ({ key: String(at + 1), label, type: 'number' as const })),
    { key: 'cantSay', label: t('opinion.cantSay'), type: 'number' as const },
    { key: 'answered', label: t('opinion.answered'), type: 'number' as const },
    { key: 'median', label: t('opinion.medianColumn'), type: 'text' as const },
    { key: 'favourable', label: t('opinion.favourable'), type: 'percent' as const },
    { key: 'margin', label: t('opinion.favourableMargin'), type: 'text' as const },
  ];
  const percent = (share: number) => n(share, { style: 'percent', maximumFractionDigits: 0 });
  const rows = opinion.criteria.map(({ label, counts, cantSay, answered, median, favourable }) => ({
    criterion: lt(label),
    ...Object.fromEntries(counts.map((count, at) => [String(at + 1), count])),
    cantSay,
    answered,
    median: median && t('opinion.median', { median: median.value, low: median.low, high: median.high }),
    favourable: favourable?.value ?? null,
    margin: favourable && `${percent(favourable.low)}–${percent(favourable.high)}`,
  }));
  return <Table caption={t('opinion.table')} columns={columns} rows={rows} />;
}

export const stepWords = ({ t }: WordsOfSlice): string[] => ['1', '2', '3', '4', '5'].map((step) => t(`step.${step}`));
