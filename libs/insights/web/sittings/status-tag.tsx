import { Tag, useWords, type Tone } from '@isegoria/ui/web';
import type { SittingRow } from './documents';

const tones: Record<SittingRow['status'], Tone> = { planned: 'sun', open: 'aegean', closed: 'neutral' };

/** Whether the council is still to meet, meets now, or has met. */
export function StatusTag({ status }: { status: SittingRow['status'] }) {
  const { t } = useWords('insights');
  return <Tag tone={tones[status]}>{t(`sitting.status.${status}`)}</Tag>;
}
