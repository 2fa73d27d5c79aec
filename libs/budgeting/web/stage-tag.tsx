import { Tag, type Tone, useWords } from '@isegoria/ui/web';
import type { ListedBudget } from './documents';

const tones: Record<ListedBudget['stage'], Tone> = { preparing: 'neutral', announced: 'sun', voting: 'aegean', counting: 'sun', decided: 'olive' };

/** How far a budget is, in two words. */
export function StageTag({ stage }: { stage: ListedBudget['stage'] }) {
  const { t } = useWords('budgeting');
  return <Tag tone={tones[stage]}>{t(`stage.${stage}`)}</Tag>;
}
