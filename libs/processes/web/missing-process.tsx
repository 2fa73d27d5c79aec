import { Empty, Page, useWords } from '@isegoria/ui/web';

/** There is no process at this address, or none that one may see. */
export function MissingProcess() {
  const { t } = useWords('processes');
  return (
    <Page title={t('page.none')} back={{ to: '/processes', label: t('page.back') }}>
      <Empty title={t('page.noneWhy')} />
    </Page>
  );
}
