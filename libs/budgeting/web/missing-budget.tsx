import { Empty, LinkButton, Page, useWords } from '@isegoria/ui/web';

/** The page of an address that leads to no budget. */
export function MissingBudget() {
  const { t } = useWords('budgeting');
  return (
    <Page title={t('page.missing')} back={{ to: '/budgets', label: t('page.back') }}>
      <Empty title={t('page.missingHint')} action={<LinkButton to="/budgets">{t('page.back')}</LinkButton>} />
    </Page>
  );
}
