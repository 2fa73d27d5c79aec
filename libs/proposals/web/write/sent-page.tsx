import { RequireRole } from '@isegoria/identity/web';
import { Empty, Facts, LinkButton, Loaded, Page, Section, Timeline, useGraph, useWords } from '@isegoria/ui/web';
import { Link, useParams } from 'react-router';
import { ProposalDocument, type ShownProposal } from '../documents';

/** What was sent, and what happens next. It can be kept as a bookmark: it tells how things stand now, and sends nothing. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useWords('proposals');
  const answer = useGraph(ProposalDocument, { id });
  return (
    <RequireRole>
      <Loaded answer={answer}>
        {({ proposal }) =>
          proposal?.mine ? (
            <Sent proposal={proposal} />
          ) : (
            <Page title={t('page.missing')}>
              <Empty title={t('page.missingHint')} action={<LinkButton to="/proposals">{t('back')}</LinkButton>} />
            </Page>
          )
        }
      </Loaded>
    </RequireRole>
  );
}

function Sent({ proposal: { id, title, publishedAt, answerDueAt, department } }: { proposal: ShownProposal }) {
  const { t, lt, d } = useWords('proposals');
  const waits = publishedAt === null;
  const steps = [
    ...(waits ? [{ title: t('sent.stepRead'), when: t('sent.soon'), state: 'now' as const }] : []),
    { title: t('sent.step1'), state: waits ? ('next' as const) : ('now' as const) },
    { title: t('sent.step2', { department: department ? lt(department.name) : t('page.municipality') }), when: answerDueAt ? t('page.until', { date: d(answerDueAt) }) : undefined, state: 'next' as const },
    { title: t('sent.step3'), state: 'next' as const },
  ];
  return (
    <Page title={t(waits ? 'sent.titleWaits' : 'sent.title')} lead={t(waits ? 'sent.leadWaits' : 'sent.lead')}>
      <Facts facts={[{ label: t('field.title'), value: title }, { label: t('sent.reference'), value: <code>{id}</code> }]} />
      <Section title={t('sent.next')}>
        <div>
          <Timeline label={t('sent.next')} steps={steps} />
        </div>
      </Section>
      <p>
        <LinkButton to={`/proposals/${id}`}>{t('sent.see')}</LinkButton>
      </p>
      <p>
        <Link to="/proposals/mine">{t('sent.mine')}</Link>
      </p>
    </Page>
  );
}
