import { useMe } from '@isegoria/identity/web';
import { Columns, Empty, LinkButton, Loaded, Page, Row, Rows, Section, useGraph, useWords } from '@isegoria/ui/web';
import { type ListedProcess, ProcessesQuery } from './documents';
import { DraftList } from './making/draft-list';
import { ProcessCard } from './process-card';
import { isComing } from './phase-state';
import { opening } from './time-left';

/** All that the city asks its citizens: open now, coming, past. */
export function Component() {
  const { t } = useWords('processes');
  const { is } = useMe();
  const isAdministrator = is('administrator');
  const answer = useGraph(ProcessesQuery, {}, { staleMs: 30_000 });
  const make = isAdministrator && (
    <LinkButton variant="secondary" to="/processes/new">
      {t('list.new')}
    </LinkButton>
  );
  return (
    <Page title={t('list.title')} lead={t('list.lead')} actions={make} wide>
      {isAdministrator && <DraftList />}
      <Loaded answer={answer}>{({ processes }) => <Lists processes={processes} />}</Loaded>
    </Page>
  );
}

function Lists({ processes }: { processes: readonly ListedProcess[] }) {
  const words = useWords('processes');
  const { t, lt, d } = words;
  const open = processes.filter(({ currentPhaseId }) => currentPhaseId !== null);
  const coming = processes.filter(isComing);
  const past = processes.filter((process) => !open.includes(process) && !coming.includes(process));
  return (
    <>
      <Section title={t('list.open')}>
        {open.length === 0 && <Empty title={t('list.noneOpen')} />}
        <Columns kind="even">
          {open.map((process) => (
            <ProcessCard key={process.id} process={process} />
          ))}
        </Columns>
      </Section>
      {coming.length > 0 && (
        <Section title={t('list.coming')}>
          <Rows>
            {coming.map(({ id, title, summary, phases }) => (
              <Row key={id} to={`/processes/${id}`} title={lt(title)} note={lt(summary)} tag={phases[0] && opening(nextOpening(phases), words)} />
            ))}
          </Rows>
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t('list.past')}>
          <Rows>
            {past.map(({ id, title, summary, phases }) => (
              <Row key={id} to={`/processes/${id}`} title={lt(title)} note={lt(summary)} tag={t('list.ended', { date: d(phases.at(-1)?.closesAt ?? '', 'month') })} />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}

/** When the next of the phases opens. */
function nextOpening(phases: ListedProcess['phases']): string {
  const now = Date.now();
  return phases.find(({ opensAt }) => new Date(opensAt).getTime() > now)?.opensAt ?? '';
}
