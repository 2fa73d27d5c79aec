import type { WeighedTable } from '@isegoria/statistics/contracts';
import { Card, Notice, Table, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { WhoAnsweredProps } from './who-answered';
import styles from './who-answered.module.css';

/** Below so many answers of equal weight the intervals are wider than what one wants to know. */
const THIN = 100;

/** The answers as counted, and beside them weighed to the city, with what the weighing costs and where it falls short. */
export function WeighedCard({ weighed, questions, districts }: { weighed: WeighedTable } & Pick<WhoAnsweredProps, 'questions' | 'districts'>) {
  const words = useWords('statistics');
  const { t, n, lt } = words;
  const { effect, joined, isExact, unsaid, opinions } = weighed;
  const percent = (share: number) => n(share, { style: 'percent', maximumFractionDigits: 0 });
  const columns = [
    { key: 'question', label: t('weighed.question'), type: 'text' as const },
    { key: 'counted', label: t('weighed.counted'), type: 'percent' as const },
    { key: 'weighed', label: t('weighed.weighed'), type: 'percent' as const },
    { key: 'margin', label: t('weighed.margin'), type: 'text' as const },
    { key: 'median', label: t('weighed.median'), type: 'text' as const },
    { key: 'medianWeighed', label: t('weighed.medianWeighed'), type: 'text' as const },
  ];
  const rows = opinions.map(({ questionId, raw, weighted: { favourable, median } }) => ({
    question: lt(questions.find(({ id }) => id === questionId)?.label ?? { el: questionId, en: questionId }),
    counted: raw.favourable.value, weighed: favourable.value,
    margin: t('weighed.interval', { low: percent(favourable.low), high: percent(favourable.high) }),
    median: t('weighed.medianInterval', { ...raw.median }),
    medianWeighed: t('weighed.medianInterval', { ...median }),
  }));
  return (
    <Card title={t('weighed.title')} note={t('weighed.note')}>
      {effect.effective < THIN && <Notice tone="warning">{t('weighed.thin')}</Notice>}
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
      <Table caption={t('weighed.title')} columns={columns} rows={rows} />
      <p className={styles.quiet}>
        {t('weighed.effect', { count: effect.people, effect: n(effect.designEffect, { maximumFractionDigits: 2 }), effective: n(effect.effective, { maximumFractionDigits: 0 }) })}{' '}
        {unsaid !== null && unsaid > 0 && t('weighed.unsaid', { count: unsaid })}
      </p>
      <p>
        <Link to="/method#weighing">{t('who.method')}</Link>
      </p>
    </Card>
  );
}

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
