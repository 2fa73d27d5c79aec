import { isToMeet } from '@isegoria/insights/contracts';
import { cityDay } from '@isegoria/kernel/contracts';
import { Tag, useWords, type Tone } from '@isegoria/ui/web';
import type { SittingRow } from './documents';

const tones: Record<SittingRow['status'], Tone> = { planned: 'sun', postponed: 'terracotta', open: 'aegean', closed: 'neutral', cancelled: 'terracotta' };

/** Whether the council is still to meet, perhaps on a later day, meets now, has met, or was cancelled. Of one whose day went by without its being opened nobody says that it is to come. */
export function StatusTag({ status, startsAt }: Pick<SittingRow, 'status' | 'startsAt'>) {
  const { t } = useWords('insights');
  if (isToMeet(status) && cityDay(new Date(startsAt)) < cityDay(new Date())) return <Tag>{t('sitting.status.passed')}</Tag>;
  return <Tag tone={tones[status]}>{t(`sitting.status.${status}`)}</Tag>;
}
