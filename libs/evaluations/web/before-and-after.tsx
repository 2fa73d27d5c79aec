import { Card, Disclosure, OpinionBar, OpinionKey, Table, useWords, VisuallyHidden } from '@isegoria/ui/web';
import styles from './before-and-after.module.css';
import type { OpinionOnPage, RoundOnPage } from './documents';
import { stepWords } from './opinion-figures';

/** What the city said when it was decided, and what it says now that it is delivered: criterion by criterion, one bar under the other. */
export function BeforeAndAfter({ rounds }: { rounds: readonly RoundOnPage[] }) {
  const words = useWords('evaluations');
  const { t, lt } = words;
  const [before, after] = rounds;
  if (!before || !after) return null;
  const steps = stepWords(words);
  return (
    <Card title={t('rounds.title')} note={t('rounds.note', { before: before.opinion.people, after: after.opinion.people })}>
      <OpinionKey steps={steps} />
      <div className={styles.pairs}>
        {before.opinion.criteria.map(({ id, label }) => (
          <section key={id} className={styles.pair} aria-label={lt(label)}>
            <h3>{lt(label)}</h3>
            {rounds.map(({ round, opinion }) => (
              <OpinionBar key={round} short label={t(`rounds.${round}`)} steps={steps} counts={criterionOf(opinion, id)?.counts ?? []} after={<Favourable opinion={opinion} id={id} />} />
            ))}
          </section>
        ))}
      </div>
      <Disclosure label={t('opinion.showTable')}>
        <RoundsTable rounds={rounds} />
      </Disclosure>
      <p className={styles.caution}>{t('rounds.caution')}</p>
    </Card>
  );
}

const criterionOf = ({ criteria }: OpinionOnPage, id: string) => criteria.find((criterion) => criterion.id === id);

function Favourable({ opinion, id }: { opinion: OpinionOnPage; id: string }) {
  const { t, n } = useWords('evaluations');
  const share = criterionOf(opinion, id)?.favourable;
  if (!share) return null;
  const percent = n(share.value, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <>
      <span aria-hidden>{percent}</span>
      <VisuallyHidden>{t('rounds.favourable', { percent })}</VisuallyHidden>
    </>
  );
}

function RoundsTable({ rounds }: { rounds: readonly RoundOnPage[] }) {
  const { t, lt, n } = useWords('evaluations');
  const percent = (share: number) => n(share, { style: 'percent', maximumFractionDigits: 0 });
  const columns = [
    { key: 'criterion', label: t('opinion.criterion'), type: 'text' as const },
    ...rounds.flatMap(({ round }) => [
      { key: `share${round}`, label: `${t(`rounds.${round}`)}: ${t('opinion.favourable')}`, type: 'text' as const },
      { key: `people${round}`, label: `${t(`rounds.${round}`)}: ${t('opinion.answered')}`, type: 'number' as const },
    ]),
  ];
  const rows = (rounds[0]?.opinion.criteria ?? []).map(({ id, label }) => ({
    criterion: lt(label),
    ...Object.fromEntries(rounds.flatMap(({ round, opinion }) => {
      const criterion = criterionOf(opinion, id);
      const share = criterion?.favourable;
      return [[`share${round}`, share ? `${percent(share.value)} (${percent(share.low)}–${percent(share.high)})` : null], [`people${round}`, criterion?.answered ?? 0]];
    })),
  }));
  return <Table caption={t('rounds.title')} columns={columns} rows={rows} />;
}
