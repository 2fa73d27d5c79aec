import type { Localized } from '@isegoria/kernel/contracts';
import { groupWords, type GroupRow, type WhoAnswered } from '@isegoria/statistics/contracts';
import { Card, Disclosure, Empty, Notice, Table, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { Weighed } from './weighed';
import styles from './who-answered.module.css';

export interface WhoAnsweredProps {
  /** As last published; null where nothing may be told yet. */
  who: (WhoAnswered & { at: string; smallest: number; population: { id: string; source: string; asOf: string } | null }) | null;
  questions: readonly { id: string; label: Localized }[];
  districts: readonly { id: string; name: Localized }[];
}

/** Who answered, beside the city: in a sentence, in tables, and weighed to the city's people. */
export function WhoAnsweredView({ who, questions, districts }: WhoAnsweredProps) {
  const words = useWords('statistics');
  const { t, d } = words;
  if (!who || (who.tables.length === 0 && !who.weighed)) return <Card title={t('who.title')}>{<Empty title={t('who.none')} />}</Card>;
  const { people, at, smallest, tables, population, weighed } = who;
  return (
    <Card title={t('who.title')} note={t('who.note', { count: people, date: d(at, 'short') })}>
      <Likeness who={who} districts={districts} />
      <Disclosure label={t('who.tables')}>
        <p className={styles.quiet}>
          {t('who.renewed')} {t('who.smallest', { count: smallest })} {population && <Link to={`/population?id=${encodeURIComponent(population.id)}`}>{t('who.source', { source: population.source, date: d(population.asOf, 'short') })}</Link>}
        </p>
        {tables.map((table) => (
          <GroupTable key={table.dimension} caption={t(`dimension.${table.dimension}`)} rows={table.rows} questions={questions} districts={districts} />
        ))}
        <p>
          <Link to="/method#groups">{t('who.method')}</Link>
        </p>
      </Disclosure>
      {weighed && <Weighed weighed={weighed} questions={questions} districts={districts} />}
    </Card>
  );
}

/** From how much of a difference a group is named: five in a hundred, and beyond what chance makes of so many people. */
const NAMED = 0.05;
const isApart = ({ share, cityShare }: GroupRow, people: number): boolean =>
  cityShare !== null && Math.abs(share - cityShare) >= Math.max(NAMED, 2 * Math.sqrt((cityShare * (1 - cityShare)) / people));

/** Whether those who answered are like the city, in plain words. */
function Likeness({ who: { tables, people, population }, districts }: { who: NonNullable<WhoAnsweredProps['who']>; districts: WhoAnsweredProps['districts'] }) {
  const words = useWords('statistics');
  const { t } = words;
  if (!population) return <Notice tone="warning">{t('who.noPopulation')}</Notice>;
  const rows = tables.flatMap((table) => table.rows).filter((row) => isApart(row, people));
  const named = (some: GroupRow[]) => some.map((row) => saidOf(row, districts, words)).join(' · ');
  const [fewer, more] = [rows.filter(({ share, cityShare }) => share < (cityShare ?? 0)), rows.filter(({ share, cityShare }) => share > (cityShare ?? 0))];
  return (
    <>
      {fewer.length > 0 && <p>{t('who.fewer', { groups: named(fewer) })}</p>}
      {more.length > 0 && <p>{t('who.more', { groups: named(more) })}</p>}
      {rows.length === 0 && tables.length > 0 && <p>{t('who.alike')}</p>}
    </>
  );
}

function saidOf(row: GroupRow, districts: WhoAnsweredProps['districts'], { t, n, lt }: WordsOfSlice): string {
  const percent = (share: number) => n(share, { style: 'percent', maximumFractionDigits: 0 });
  return t('who.groupShares', { group: lt(groupWords(row.values, row.isRest, namesOf(districts))), share: percent(row.share), city: percent(row.cityShare ?? 0) });
}

function GroupTable({ caption, rows, questions, districts }: { caption: string; rows: readonly GroupRow[] } & Pick<WhoAnsweredProps, 'questions' | 'districts'>) {
  const { t, lt } = useWords('statistics');
  const asked = questions.filter(({ id }) => rows.some(({ opinions }) => opinions.some(({ questionId }) => questionId === id)));
  const columns = [
    { key: 'group', label: caption, type: 'text' as const },
    { key: 'people', label: t('who.people'), type: 'number' as const },
    { key: 'share', label: t('who.share'), type: 'percent' as const },
    { key: 'city', label: t('who.city'), type: 'percent' as const },
    ...asked.map(({ id, label }) => ({ key: id, label: t('who.favourable', { question: lt(label) }), type: 'percent' as const })),
  ];
  const cells = rows.map(({ values, isRest, people, share, cityShare, opinions }) => ({
    group: lt(groupWords(values, isRest, namesOf(districts))), people, share, city: cityShare,
    ...Object.fromEntries(opinions.map(({ questionId, favourable }) => [questionId, favourable.value])),
  }));
  return <Table caption={caption} hideCaption={false} columns={columns} rows={cells} />;
}

const namesOf = (districts: WhoAnsweredProps['districts']): ReadonlyMap<string, Localized> => new Map(districts.map(({ id, name }) => [id, name]));
