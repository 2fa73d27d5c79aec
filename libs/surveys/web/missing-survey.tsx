import { Empty, LinkButton, Page, useWords } from '@isegoria/ui/web';

/** There is no such survey, or none that the reader may see. */
export function MissingSurvey() {
  const { t } = useWords('surveys');
  return (
    <Page title={t('page.missing')} back={{ to: '/surveys', label: t('page.all') }}>
      <Empty title={t('page.missingHint')} action={<LinkButton to="/surveys">{t('page.all')}</LinkButton>} />
    </Page>
  );
}
