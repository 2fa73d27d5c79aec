import { Tag, type Tone, useWords } from '@isegoria/ui/web';
import type { ListedPanel } from './listed-document';

const tones: Record<ListedPanel['stage'], Tone> = { draft: 'neutral', open: 'sun', drawing: 'aegean', seating: 'aegean', seated: 'olive', withdrawn: 'neutral' };

/** Where a panel stands, and until when. */
export function StageTag({ stage, closesAt, drawsAt }: Pick<ListedPanel, 'stage' | 'closesAt' | 'drawsAt'>) {
  const { t, d } = useWords('panels');
  if (stage === 'open' && closesAt) return <Tag tone="sun">{t('stage.until', { date: d(closesAt, 'short') })}</Tag>;
  if (stage === 'drawing' && drawsAt) return <Tag tone="aegean">{t('stage.draws', { date: d(drawsAt, 'short') })}</Tag>;
  return <Tag tone={tones[stage]}>{t(`stage.${stage}`)}</Tag>;
}
