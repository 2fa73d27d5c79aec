import { daysUntil } from '@isegoria/kernel/contracts';
import { Tag, type Tone, useWords } from '@isegoria/ui/web';
import type { ListedInitiative } from './listed-document';

type Stage = ListedInitiative['stage'];

const tones: Record<Stage, Tone> = {
  draft: 'neutral', promoters: 'aegean', submitted: 'sun', refused: 'terracotta', collecting: 'sun', short: 'neutral', handedIn: 'aegean', verified: 'olive', scheduled: 'aegean', answered: 'olive', withdrawn: 'neutral',
};

/** Where an initiative stands, and until when: that it closes soon, or that the city's word is late. */
export function StageTag({ stage, closesAt, dueAt, answer }: Pick<ListedInitiative, 'stage' | 'closesAt' | 'dueAt' | 'answer'>) {
  const { t, d } = useWords('initiatives');
  if (stage === 'collecting' && closesAt) return <Tag tone="sun">{t('stage.until', { date: d(closesAt, 'short') })}</Tag>;
  if (dueAt && daysUntil(new Date(dueAt), new Date()) < 0) return <Tag tone="terracotta">{t('stage.late')}</Tag>;
  if (answer) return <Tag tone={answer.outcome === 'rejected' ? 'terracotta' : 'olive'}>{t(`outcome.${answer.outcome}`)}</Tag>;
  return <Tag tone={tones[stage]}>{t(`stage.${stage}`)}</Tag>;
}
