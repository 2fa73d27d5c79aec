import { useMe } from '@isegoria/identity/web';
import { Card, useWords } from '@isegoria/ui/web';
import { FollowButton } from '../follow-button';

/** Right after somebody confirmed their address and said where they live: the news of the neighbourhood, if they like. Nothing where they said no neighbourhood. */
export default function HomeOffer() {
  const { t } = useWords('notifications');
  const { me } = useMe();
  if (!me?.districtId) return null;
  return (
    <Card title={t('offer.title')}>
      <p>{t('offer.text')}</p>
      <p>
        <FollowButton subject={{ kind: 'district', id: me.districtId }} />
      </p>
    </Card>
  );
}
