import { Tag, useWords } from '@isegoria/ui/web';
import type { ListedDebate } from './listed-document';

/** Where a debate stands: until when people argue, whether it is concluded; or that not everybody reads it. */
export function StageTag({ stage, visibility, endsAt }: Pick<ListedDebate, 'stage' | 'visibility' | 'endsAt'>) {
  const { t, d } = useWords('debates');
  if (visibility !== 'public') return <Tag tone={visibility === 'waiting' ? 'aegean' : visibility === 'withdrawn' ? 'neutral' : 'terracotta'}>{t(`visibility.${visibility}`)}</Tag>;
  if (stage === 'open') return <Tag tone="sun">{endsAt ? t('stage.until', { date: d(endsAt, 'short') }) : t('stage.open')}</Tag>;
  return <Tag tone={stage === 'concluded' ? 'olive' : 'neutral'}>{t(`stage.${stage}`)}</Tag>;
}
