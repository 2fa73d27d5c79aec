import { RequireRole } from '@isegoria/identity/web';
import { announce, Button, Card, Empty, LinkButton, Loaded, Page, Pager, type ResultOf, Row, Rows, useAct, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Follow, FollowingQuery, IsFollowing, Unfollow } from './documents';
import { RhythmPart } from './news/rhythm-part';

const size = 20;

/** What a citizen follows, and the end of each. */
export function Component() {
  return (
    <RequireRole>
      <Following />
    </RequireRole>
  );
}

function Following() {
  const { t } = useWords('notifications');
  const { after } = usePaging();
  const answer = useGraph(FollowingQuery, { first: size, after }, { keepPrevious: true, staleMs: 0 });
  return (
    <Page title={t('following.title')} lead={t('following.lead')} back={{ to: '/inbox', label: t('nav.inbox') }}>
      <Loaded answer={answer}>
        {({ following: { items, next, total } }) => (
          <>
            {items.length === 0 && (
              <Empty title={t('following.none')} action={<LinkButton variant="secondary" to="/proposals">{t('inbox.toProposals')}</LinkButton>}>
                {t('following.noneHint')}
              </Empty>
            )}
            <Rows label={t('following.title')}>
              {items.map((item) => (
                <Followed key={item.id} item={item} />
              ))}
            </Rows>
            <Pager next={next} total={total} size={size} />
            <Card title={t('rhythm.title')}>
              <p>{t('rhythm.private')}</p>
              <RhythmPart />
              <LinkButton variant="secondary" to="/following/new">{t('news.mine')}</LinkButton>
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What one stops following stays in its row until one goes on: the same button takes it back. */
function Followed({ item: { about: { kind, id }, title: titles, path, because } }: { item: ResultOf<typeof FollowingQuery>['following']['items'][number] }) {
  const { t, lt, lang } = useWords('notifications');
  const title = lt(titles);
  const [isOn, setOn] = useState(true);
  const [follow, following] = useAct(Follow, { refresh: [IsFollowing] });
  const [unfollow, unfollowing] = useAct(Unfollow, { refresh: [IsFollowing] });
  const turn = async () => {
    const subject = { kind, id };
    if (!(await (isOn ? unfollow({ subject }) : follow({ subject })))) return;
    setOn(!isOn);
    announce(t(isOn ? 'follow.unfollowed' : 'follow.followed'));
  };
  const words = t(isOn ? 'following.stop' : 'follow.follow');
  return (
    <Row level={2} to={path} title={title} lang={lang(titles)} note={t(isOn ? `following.because.${because}` : 'follow.unfollowed')}>
      <Button variant="quiet" label={`${words}: ${title}`} pending={following.pending || unfollowing.pending} onClick={() => void turn()}>
        {words}
      </Button>
    </Row>
  );
}
