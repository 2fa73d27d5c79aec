import { RequireRole } from '@isegoria/identity/web';
import { announce, Button, DateText, Empty, Loaded, Page, type ResultOf, Row, Rows, useAct, useFocusBack, useGraph, useWords } from '@isegoria/ui/web';
import { GivenUpJobsQuery, TryJobAgainMutation } from './documents';

/** For administrators: what failed behind the pages and was given up, and the way to try it again. */
export function Component() {
  return (
    <RequireRole roles={['administrator']}>
      <GivenUpJobs />
    </RequireRole>
  );
}

function GivenUpJobs() {
  const { t } = useWords('operations');
  const answer = useGraph(GivenUpJobsQuery, {}, { staleMs: 0 });
  const box = useFocusBack();
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <Loaded answer={answer}>
        {({ givenUpJobs }) => (
          <div ref={box}>
            {givenUpJobs.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
            <Rows label={t('title')}>
              {givenUpJobs.map((job) => (
                <Job key={job.id} job={job} />
              ))}
            </Rows>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Job({ job: { id, name, about, isRegular, at, attempts, error } }: { job: ResultOf<typeof GivenUpJobsQuery>['givenUpJobs'][number] }) {
  const { t } = useWords('operations');
  const [tryAgain, { pending }] = useAct(TryJobAgainMutation, { refresh: [GivenUpJobsQuery] });
  const again = async () => {
    const answer = (await tryAgain({ id }))?.tryJobAgain;
    if (answer) announce(t(answer.__typename === 'JobAskedFor' ? 'asked' : 'gone'));
  };
  const named = about ? `${name}: ${about}` : name;
  return (
    <Row level={2} title={named} note={<><DateText at={at} style="moment" /> · {t('tried', { count: attempts })}{isRegular && ` · ${t('regular')}`}</>}>
      <p lang="en">{error}</p>
      <Button variant="secondary" label={t('againLabel', { name: named })} pending={pending} onClick={() => void again()}>
        {t('again')}
      </Button>
    </Row>
  );
}
