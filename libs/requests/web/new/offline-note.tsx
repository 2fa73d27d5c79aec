import { Notice, useOnline, useWords } from '@isegoria/ui/web';

/** Without a network: that it can be written all the same, and when it can be sent. */
export function OfflineNote() {
  const { t } = useWords('requests');
  return useOnline() ? null : <Notice tone="warning" live title={t('new.offlineTitle')}>{t('new.offline')}</Notice>;
}
