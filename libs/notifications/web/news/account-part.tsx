import { Link } from 'react-router';
import { useMe } from '@isegoria/identity/web';
import { Card, Loaded, useGraph, useWords } from '@isegoria/ui/web';
import { FollowButton } from '../follow-button';
import { FollowedPartsQuery } from './documents';
import { RhythmPart } from './rhythm-part';

/** On a person's own account, where they say their neighbourhood: whether they want its news, and how often. Never by itself. */
export default function AccountPart() {
  const { t, lt, lang } = useWords('notifications');
  const { me } = useMe();
  const home = me?.districtId;
  const answer = useGraph(FollowedPartsQuery, {}, { staleMs: 0 });
  return (
    <Card title={t('rhythm.title')}>
      <p>{t('rhythm.private')}</p>
      {home ? <p><FollowButton key={home} subject={{ kind: 'district', id: home }} /></p> : <p>{t('rhythm.noHome')}</p>}
      <Loaded answer={answer}>
        {({ followedParts }) =>
          followedParts.length > 0 && (
            <>
              <p>
                {t('rhythm.follows')}{' '}
                {followedParts.map(({ id, title, path }, at) => (
                  <span key={id}>{at > 0 && ', '}<Link to={path} lang={lang(title)}>{lt(title)}</Link></span>
                ))}
                . <Link to="/following/new">{t('news.mine')}</Link>
              </p>
              <RhythmPart />
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
