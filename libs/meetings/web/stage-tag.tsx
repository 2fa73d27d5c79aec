import { daysUntil } from '@isegoria/kernel/contracts';
import { Tag, type Tone, useWords } from '@isegoria/ui/web';
import type { ListedMeeting } from './listed-document';

type Stage = ListedMeeting['stage'];

const tones: Record<Stage, Tone> = { draft: 'neutral', announced: 'aegean', open: 'sun', closed: 'neutral', reported: 'olive', cancelled: 'terracotta' };

/** Where a meeting stands; that its report is late. */
export function StageTag({ stage, reportDueAt, place }: Pick<ListedMeeting, 'stage' | 'reportDueAt'> & { place?: ListedMeeting['mine']['place'] }) {
  const { t } = useWords('meetings');
  if (reportDueAt && daysUntil(new Date(reportDueAt), new Date()) < 0) return <Tag tone="terracotta">{t('stage.late')}</Tag>;
  if (stage === 'announced' && place && place !== 'none') return <Tag tone="olive">{t(`place.${place}`)}</Tag>;
  return <Tag tone={tones[stage]}>{t(`stage.${stage}`)}</Tag>;
}
