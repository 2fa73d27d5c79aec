import { RequireRole } from '@isegoria/identity/web';
import { Empty, Loaded, Page, Section, Select, useGraph, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
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
  const { t } = useWords('votes');
  const [params, setParams] = useSearchParams();
  const ballots = useGraph(DeskBallots, {});
  const entries = useGraph(DeskEntries, {}, { everyMs: 10_000 });
  const chosen = params.get('ballot') ?? '';
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')}>
      <Loaded answer={ballots}>
        {({ deskBallots }) =>
          deskBallots.length === 0 ? (
            <Empty title={t('desk.none')} />
          ) : (
            <Select
              name="ballot"
              label={t('desk.ballot')}
              placeholder={t('desk.choose')}
              choices={deskBallots.map(({ ballotId, title }) => ({ value: ballotId, label: title || ballotId }))}
              value={chosen}
              onChange={(ballot) => setParams({ ballot })}
            />
          )
        }
      </Loaded>
      {chosen && <PlainForm key={chosen} ballotId={chosen} onEntered={() => void entries.refetch()} />}
      <Section title={t('desk.waiting')}>
        <Loaded answer={entries}>{({ deskEntries }) => <EntryList entries={deskEntries} />}</Loaded>
      </Section>
    </Page>
  );
}

/** A ballot whose words this page does not know: questions and options by their ids, as they stand on the slips. */
function PlainForm({ ballotId, onEntered }: { ballotId: string; onEntered(): void }) {
  const answer = useGraph(BallotOf, { id: ballotId });
  const labels = { question: (id: string) => id, option: (_question: string, id: string) => ({ label: id }) };
  return <Loaded answer={answer}>{({ ballot }) => ballot && <DeskForm ballot={ballot} labels={labels} onEntered={onEntered} />}</Loaded>;
}
