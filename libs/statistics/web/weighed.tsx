import type { WeighedTable } from '@isegoria/statistics/contracts';
import { Disclosure, Notice, Table, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { WhoAnsweredProps } from './who-answered';
import styles from './who-answered.module.css';

/** Below so many answers of equal weight the intervals are wider than what one wants to know. */
const THIN = 100;

/** The answers as counted, and beside them weighed to the city, with what the weighing costs and where it falls short. */
export function Weighed({ weighed, questions, districts }: { weighed: WeighedTable } & Pick<WhoAnsweredProps, 'questions' | 'districts'>) {
  const words = useWords('statistics');
  const { t, n, lt } = words;
  const { effect, joined, isExact, unsaid, opinions } = weighed;
  const percent = (share: number) => n(share, { style: 'percent', maximumFractionDigits: 0 });
  const columns = (['question', 'counted', 'weighed'] as const).map((key) => ({ key, label: t(`weighed.${key}`), type: 'text' as const }));
  const rows = opinions.map(({ questionId, raw, weighted: { favourable, median } }) => ({
    question: lt(questions.find(({ id }) => id === questionId)?.label ?? { el: questionId, en: questionId }),
    counted: t('weighed.countedCell', { share: percent(raw.favourable.value), ...raw.median }),
    weighed: t('weighed.weighedCell', { share: percent(favourable.value), from: percent(favourable.low), to: percent(favourable.high), ...median }),
  }));
  // As the table writes them, so that nobody who subtracts finds another figure.
  const farthest = Math.max(0, ...opinions.map(({ raw, weighted }) => Math.abs(points(weighted.favourable.value) - points(raw.favourable.value))));
  return (
    <>
      <p>{farthest === 0 ? t('weighed.same') : t('weighed.farthest', { count: farthest })}</p>
      {effect.effective < THIN && <Notice tone="warning">{t('weighed.thin')}</Notice>}
      <Disclosure label={t('weighed.title')}>
        <p className={styles.quiet}>{t('weighed.note')}</p>
        {joined.length > 0 && (
          <Notice tone="warning" title={t('weighed.fewTitle')}>
            {(['age', 'district'] as const).map((dimension) => <JoinedParts key={dimension} parts={joined.filter((part) => part.dimension === dimension)} districts={districts} />)}
          </Notice>
        )}
        {!isExact && (
          <Notice tone="warning" title={t('weighed.cutTitle')}>
            {t('weighed.cut')}
          </Notice>
        )}
        <Table caption={t('weighed.caption')} hideCaption={false} columns={columns} rows={rows} />
        <p className={styles.quiet}>
          {t('weighed.effect', { count: effect.people, effect: n(effect.designEffect, { maximumFractionDigits: 2 }), effective: n(effect.effective, { maximumFractionDigits: 0 }) })}{' '}
          {unsaid !== null && unsaid > 0 && t('weighed.unsaid', { count: unsaid })}
        </p>
        <p>
          <Link to="/method#weighing">{t('who.method')}</Link>
        </p>
      </Disclosure>
    </>
  );
}

const points = (share: number): number => Math.round(share * 100);

/** Of whom too few answered to speak for themselves. */
function JoinedParts({ parts, districts }: { parts: WeighedTable['joined'] } & Pick<WhoAnsweredProps, 'districts'>) {
  const words = useWords('statistics');
  const { t, n } = words;
  if (parts.length === 0) return null;
  const share = parts.reduce((sum, { cityShare }) => sum + cityShare, 0);
  const names = parts.map(({ dimension, part }) => (dimension === 'age' ? agePart(part, words) : districtPart(part, districts, words)));
  return <p>{t('weighed.few', { parts: names.join(', '), share: n(share, { style: 'percent', maximumFractionDigits: 0 }) })}</p>;
}

function agePart(part: string, { t }: WordsOfSlice): string {
  const [band = '', gender = ''] = part.split(' ');
  return t('population.ageOf', { band, gender: t(`gender.${gender}`) });
}

function districtPart(part: string, districts: WhoAnsweredProps['districts'], { lt }: WordsOfSlice): string {
  const found = districts.find(({ id }) => id === part);
  return found ? lt(found.name) : part;
}
