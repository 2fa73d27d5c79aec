import { useWords } from '@isegoria/ui/web';
import { type StepName, steps } from './use-report';

/** How far one has come. */
export function StepOf({ step }: { step: StepName }) {
  const { t } = useWords('requests');
  return <span>{t('new.step', { step: steps.indexOf(step) + 1, steps: steps.length })}</span>;
}
