import type { ClosingReason, RequestStatus } from '@isegoria/requests/contracts';
import { Tag, useWords } from '@isegoria/ui/web';
import { toneOf } from './standing';

export interface StatusTagProps {
  status: RequestStatus;
  closing?: { reason: ClosingReason } | null;
  isOverdue?: boolean;
}

/** Where a request stands, in a word or two; of one that ended without a repair, why. */
export function StatusTag({ status, closing = null, isOverdue = false }: StatusTagProps) {
  const { t } = useWords('requests');
  if (isOverdue) return <Tag tone="terracotta">{t('due.tag', { status: t(`status.${status}`) })}</Tag>;
  return <Tag tone={toneOf(status)}>{closing ? t(`closing.${closing.reason}`) : t(`status.${status}`)}</Tag>;
}
