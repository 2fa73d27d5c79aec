import { Notice, useWords } from '@isegoria/ui/web';

/** Why an act of an official was refused. */
export function Refusal({ reason }: { reason: string | null }) {
  const { t, has } = useWords('budgeting');
  if (!reason) return null;
  return (
    <Notice tone="problem" live>
      {t(has(`refused.${reason}`) ? `refused.${reason}` : 'refused.other')}
    </Notice>
  );
}
