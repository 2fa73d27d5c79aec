import { Empty, graphql, Loaded, Page, Section, SubjectParts, useGraph, useWords, type ResultOf } from '@isegoria/ui/web';
import { FigureCard } from './figure-card';
import styles from './insights.module.css';

const ParticipationQuery = graphql(`
  query Participation {
    view: participation {
      at
      figures {
        id chapter title { el en } headline { el en } note { el en } chart
        columns { key type label { el en } }
        rows { text { el en } number date }
      }
    }
  }
`);

type Figure = ResultOf<typeof ParticipationQuery>['view']['figures'][number];

const card = (figure: Figure) => <FigureCard key={figure.id} figure={figure} />;

/** What helps the services to adapt: who takes part and who does not, how long one waits, on what the pages are opened. */
export function Component() {
  const { t, d } = useWords('insights');
  const answer = useGraph(ParticipationQuery, {});
  return (
    <Page wide title={t('participation.title')} lead={t('participation.lead')} back={{ to: '/city-says', label: t('city.nav') }}>
      <Loaded answer={answer}>
        {({ view }) => {
          const shown = view.figures.filter(({ rows }) => rows.length > 0);
          return (
            <>
              <p className={styles.quiet}>{t('live', { time: d(view.at, 'time') })}</p>
              {shown.length === 0 && <Empty title={t('empty')}>{t('emptyHint')}</Empty>}
              <div className={styles.column}>
                {shown.filter(({ chart }) => chart === 'none').map(card)}
              </div>
              <div className={styles.grid}>{shown.filter(({ chart }) => chart !== 'none').map(card)}</div>
            </>
          );
        }}
      </Loaded>
      <Section title={t('participation.method')}>
        <p>{t('participation.methodText')}</p>
        <p>{t('participation.methodLimits')}</p>
      </Section>
      <SubjectParts subject={{ kind: 'figures', id: 'participation' }} />
    </Page>
  );
}
