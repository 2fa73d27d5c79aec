import { RequireRole } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Page, Rows, useGraph, useWords } from '@isegoria/ui/web';
import { MineDocument } from './documents';
import { InitiativeRow } from './initiative-row';

/** The initiatives that somebody wrote or promotes. */
export function Component() {
  return (
    <RequireRole>
      <MinePage />
    </RequireRole>
  );
}

function MinePage() {
  const { t } = useWords('initiatives');
  return (
    <Page wide title={t('mine.title')} lead={t('mine.lead')} actions={<LinkButton to="/initiatives/new">{t('list.new')}</LinkButton>}>
      <Loaded answer={useGraph(MineDocument, {}, { staleMs: 0 })}>
        {({ myInitiatives }) =>
          myInitiatives.length === 0 ? (
            <Empty title={t('mine.empty')}>{t('mine.emptyHint')}</Empty>
          ) : (
            <Rows label={t('mine.title')}>
              {myInitiatives.map((initiative) => (
                <InitiativeRow key={initiative.id} initiative={initiative} to={initiative.stage === 'draft' ? `/initiatives/${initiative.id}/write` : undefined}>
                  {initiative.stage === 'promoters' && <p>{initiative.promotersMissing > 0 ? t('mine.missing', { count: initiative.promotersMissing }) : t('mine.whole')}</p>}
                </InitiativeRow>
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Page>
  );
}
