import { useMe } from '@isegoria/identity/web';
import { COUNCIL_ROLES } from '@isegoria/insights/contracts';
import { announce, Button, Empty, LinkButton, Loaded, Page, Row, Rows, Section, useAct, useFocusBack, useGraph, useWords, Waiting } from '@isegoria/ui/web';
import type { ReactNode } from 'react';
import { CertificateFacts } from './certificate-facts';
import { EndReport, MyReports, ReportCertificateDocument, type Subscription } from './documents';

/** Which reports come to whoever looks, and for everybody: how a file's signature is checked. */
export function Component() {
  const { t } = useWords('reports');
  const { is, pending } = useMe();
  const certificate = useGraph(ReportCertificateDocument, {});
  const check = <Loaded answer={certificate}>{({ reportCertificate }) => <CertificateFacts certificate={reportCertificate} />}</Loaded>;
  return (
    <Page title={t('page.title')} lead={t('page.lead')}>
      {pending ? <Waiting /> : is(...COUNCIL_ROLES) ? <Mine>{check}</Mine> : <><p>{t('page.staff')}</p>{check}</>}
    </Page>
  );
}

/** What stands below comes with them: it would be moved by a list that comes later. */
function Mine({ children }: { children: ReactNode }) {
  const { t } = useWords('reports');
  const answer = useGraph(MyReports, {});
  const box = useFocusBack();
  return (
    <Loaded answer={answer}>
      {({ myReports }) => (
        <>
          <div ref={box}>
            <Section title={t('page.mine')} id="mine">
              {myReports.length === 0 ? (
                <Empty title={t('page.none')} action={<LinkButton to="/council/sittings" variant="secondary">{t('page.toSittings')}</LinkButton>}>
                  {t('page.noneHint')}
                </Empty>
              ) : (
                <Rows label={t('page.mine')}>
                  {myReports.map((one) => (
                    <One key={one.id} subscription={one} />
                  ))}
                </Rows>
              )}
            </Section>
          </div>
          {children}
        </>
      )}
    </Loaded>
  );
}

function One({ subscription: { id, kind, reportId, rhythm, title, path, since, sentAt } }: { subscription: Subscription }) {
  const { t, lt, d } = useWords('reports');
  const [end, { pending }] = useAct(EndReport, { refresh: [MyReports] });
  const isEach = kind === 'sitting' && reportId === 'each';
  const name = isEach ? t('page.each') : title ? lt(title) : t('page.gone');
  const press = async () => {
    const answer = await end({ id });
    if (answer) announce(t(answer.endReportSubscription.__typename === 'ReportEnded' ? 'page.ended' : 'page.endedUnknown'));
  };
  return (
    <Row
      title={name}
      to={isEach ? '/council/sittings' : (path ?? undefined)}
      note={[t(`rhythm.${rhythm}`), t('page.since', { at: d(since) }), ...(sentAt ? [t('page.sent', { at: d(sentAt, 'moment') })] : [])].join(' · ')}
    >
      <Button variant="quiet" pending={pending} label={t('page.endLabel', { title: name, rhythm: t(`rhythm.${rhythm}`) })} onClick={() => void press()}>
        {t('page.end')}
      </Button>
    </Row>
  );
}
