import { daysUntil } from '@isegoria/kernel/contracts';
import { Tag, type Tone, useWords } from '@isegoria/ui/web';
import type { ListedCall } from './listed-document';

type Stage = ListedCall['stage'];

const tones: Record<Stage, Tone> = { draft: 'neutral', proposed: 'sun', declined: 'terracotta', published: 'aegean', cancelled: 'terracotta', reported: 'olive' };

/** Where a call stands, as somebody asks who may come along: whether a place is left, or what became of it. */
export function StageTag({ stage, endsAt, placesLeft, reportDueAt, isHidden, shifts }: Pick<ListedCall, 'stage' | 'endsAt' | 'placesLeft' | 'reportDueAt' | 'isHidden' | 'shifts'>) {
  const { t } = useWords('volunteering');
  if (isHidden) return <Tag tone="terracotta">{t('stage.hidden')}</Tag>;
  if (stage !== 'published') return <Tag tone={tones[stage]}>{t(`stage.${stage}`)}</Tag>;
  if (reportDueAt && daysUntil(new Date(reportDueAt), new Date()) < 0) return <Tag tone="terracotta">{t('stage.late')}</Tag>;
  if (endsAt && new Date(endsAt) <= new Date()) return <Tag>{t('stage.over')}</Tag>;
  const own = shifts.find(({ mine, isOver, cancellation }) => mine.place !== 'none' && !isOver && !cancellation);
  if (own) return <Tag tone="olive">{t(`place.${own.mine.place}`)}</Tag>;
  return placesLeft > 0 ? <Tag tone="aegean">{t('stage.left', { count: placesLeft })}</Tag> : <Tag tone="sun">{t('stage.full')}</Tag>;
}
