import { RequireRole } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Page, Section, Select, useGraph, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { useBallotWords } from '../ballot/use-ballot-words';
import { BallotOf, DeskBallots, DeskEntries } from '../documents';
import { DeskForm } from './desk-form';
import { EntryList } from './entry-list';

/** For officials: votes that came on paper, by phone or at the desk. The slice that opened a ballot may show the same form with its own words. */
export function Component() {
  return (
    <RequireRole roles={['official', 'administrator']}>
      <DeskPage />
    </RequireRole>
  );
}

function DeskPage() {
  const { t, lt } = useWords('votes');
  const [params, setParams] = useSearchParams();
  const ballots = useGraph(DeskBallots, {});
  const entries = useGraph(DeskEntries, {}, { everyMs: 10_000 });
  const chosen = params.get('ballot') ?? '';
  const titles = new Map(ballots.data?.deskBallots.map(({ ballotId, title }) => [ballotId, title ? lt(title) : ballotId]));
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')}>
      <Loaded answer={ballots}>
        {({ deskBallots }) => (
          <>
            {deskBallots.length === 0 ? (
              <Empty title={t('desk.none')} />
            ) : (
              <Select
                name="ballot"
                width="full"
                label={t('desk.ballot')}
                placeholder={t('desk.choose')}
                choices={deskBallots.map(({ ballotId }) => ({ value: ballotId, label: titles.get(ballotId) ?? ballotId }))}
                value={chosen}
                onChange={(ballot) => setParams({ ballot })}
              />
            )}
            {chosen && <EntryOf key={chosen} ballotId={chosen} path={deskBallots.find(({ ballotId }) => ballotId === chosen)?.path ?? null} onEntered={() => void entries.refetch()} />}
            <Section title={t('desk.waiting')}>
              <Loaded answer={entries}>{({ deskEntries }) => <EntryList entries={deskEntries} titles={titles} />}</Loaded>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** A paper is entered here, unless its owner has a page for that, as for a questionnaire. */
function EntryOf({ ballotId, path, onEntered }: { ballotId: string; path: string | null; onEntered(): void }) {
  const { t } = useWords('votes');
  return path ? <div><LinkButton to={path}>{t('desk.toOwn')}</LinkButton></div> : <PaperForm ballotId={ballotId} onEntered={onEntered} />;
}

/** The paper as its owner words it. */
function PaperForm({ ballotId, onEntered }: { ballotId: string; onEntered(): void }) {
  const answer = useGraph(BallotOf, { id: ballotId });
  const labels = useBallotWords(ballotId);
  return <Loaded answer={answer}>{({ ballot }) => ballot && <DeskForm ballot={ballot} labels={labels} onEntered={onEntered} />}</Loaded>;
}
