import { RequireRole } from '@isegoria/identity/web';
import { Loaded, Page, Rows, Section, useGraph, useWords } from '@isegoria/ui/web';
import { DeskDocument } from '../documents';
import { InitiativeRow } from '../initiative-row';

/** What waits for the clerk: to be admitted, sheets to be counted, signatures to be checked, answers to be written down. */
export function Component() {
  return (
    <RequireRole roles={['clerk', 'administrator']}>
      <DeskPage />
    </RequireRole>
  );
}

const parts = ['toAdmit', 'toVerify', 'toAnswer', 'collecting'] as const;

function DeskPage() {
  const { t } = useWords('initiatives');
  return (
    <Page wide title={t('desk.title')} lead={t('desk.lead')}>
      <Loaded answer={useGraph(DeskDocument, {}, { staleMs: 0 })}>
        {({ initiativeDesk }) => (
          <>
            {parts.map((part) => (
              <Section key={part} title={t(`desk.${part}`)}>
                {initiativeDesk[part].length === 0 ? <p>{t('desk.nothing')}</p> : <Rows label={t(`desk.${part}`)}>{initiativeDesk[part].map((initiative) => <InitiativeRow key={initiative.id} level={3} initiative={initiative} />)}</Rows>}
              </Section>
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}
