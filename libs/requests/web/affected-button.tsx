import { useWords } from '@isegoria/ui/web';
import { SupportButton } from '@isegoria/votes/web';
import { useMemo } from 'react';

export interface AffectedButtonProps {
  id: string;
  initial: number;
  onCast?: () => void;
}

/** «It concerns me too», with how many say so. */
export function AffectedButton({ id, initial, onCast }: AffectedButtonProps) {
  const { t } = useWords('requests');
  const labels = useMemo(
    () => ({
      supporters: (count: number) => t('affected.people', { count }),
      support: t('affected.act'),
      supporting: t('affected.mine'),
      nowSupporting: (count: number) => t('affected.joined', { count }),
      noLongerSupporting: (count: number) => t('affected.left', { count }),
    }),
    [t],
  );
  return <SupportButton subject={{ kind: 'request', id }} labels={labels} initial={initial} {...(onCast ? { onCast } : {})} />;
}
