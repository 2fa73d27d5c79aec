import { LinkButton, Page, useWords } from '@isegoria/ui/web';

/** There is nothing at this address. */
export function NotFoundPage() {
  const { t } = useWords('ui');
  return (
    <Page title={t('shell.notFound.title')} lead={t('shell.notFound.lead')}>
      <div>
        <LinkButton to="/">{t('shell.notFound.home')}</LinkButton>
      </div>
    </Page>
  );
}
