import { Card, Disclosure, OpinionBar, OpinionKey, Table, useWords, VisuallyHidden } from '@isegoria/ui/web';
import styles from './before-and-after.module.css';
import type { OpinionOnPage, RoundOnPage } from '../documents';
import { OpinionFigures, stepWords } from './opinion-figures';
import { usePeople } from './use-people';

/** What the city said when it was decided, and what it says now that it is delivered: in a sentence, then criterion by criterion, one bar under the other. */
export function BeforeAndAfter({ rounds, acts = 1 }: { rounds: readonly RoundOnPage[]; acts?: number }) {
  const words = useWords('evaluations');
  const { t, lt } = words;
  const [before, after] = rounds;
  if (!before || !after) return null;
  const steps = stepWords(words);
  return (
    <Card title={t('rounds.title')} note={t('rounds.note', { before: before.opinion.people, after: after.opinion.people })}>
      {after.opinion.people > 0 && <Headline opinion={after.opinion} acts={acts} />}
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
      {after.opinion.people > 0 && (
        <Disclosure label={t('opinion.figures')}>
          <p className={styles.caution}>{t('opinion.sub')}</p>
          <OpinionFigures opinion={after.opinion} />
        </Disclosure>
      )}
      <p className={styles.caution}>{t('rounds.caution')}</p>
    </Card>
  );
}

const criterionOf = ({ criteria }: OpinionOnPage, id: string) => criteria.find((criterion) => criterion.id === id);

/** What it comes to now, and how many say so. */
function Headline({ opinion, acts }: { opinion: OpinionOnPage; acts: number }) {
  const { t, lt } = useWords('evaluations');
  const people = usePeople(opinion, acts);
  return (
    <p>
      <b>{t('rounds.headline', { headline: lt(opinion.headline) })}</b> {people}.
    </p>
  );
}

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
