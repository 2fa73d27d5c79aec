import { CITY } from '@isegoria/budgeting/contracts';
import { useMe } from '@isegoria/identity/web';
import { LinkButton, Notice, useWords } from '@isegoria/ui/web';
import type { ShownBudget } from './documents';

/** Who never said where they live is offered no district's ballot: here is why, and the way to it. */
export function NoDistrict({ budget: { areas } }: { budget: ShownBudget }) {
  const { t } = useWords('budgeting');
  const { me } = useMe();
  if (!me || me.districtId || areas.every(({ id }) => id === CITY)) return null;
  return (
    <Notice title={t('area.noDistrict')}>
      <LinkButton variant="quiet" to="/account">{t('area.toAccount')}</LinkButton>
    </Notice>
  );
}
