import { useParams } from 'react-router';
import { isPart, type Part } from '@isegoria/organisation/contracts';
import { Empty, Loaded, Missing, Page, Pager, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { FollowButton } from '../follow-button';
import { PartNewsQuery } from './documents';
import { NewsList } from './news-list';
import { feedPath } from './part-links';

const size = 20;

/** What is new in a district or on a topic, for everyone. */
export function Component() {
  const { kind = '', id = '' } = useParams();
  const part = { kind, id };
  return isPart(part) ? <PartNews part={part} /> : <Missing words="notifications" to="/" />;
}

function PartNews({ part }: { part: Part }) {
  const { t, lt, locale } = useWords('notifications');
  const { after, page } = usePaging();
  const answer = useGraph(PartNewsQuery, { part, first: size, after }, { keepPrevious: true });
  return (
    <Loaded answer={answer}>
      {({ partNews }) => {
        if (!partNews) return <Missing words="notifications" to="/" />;
        const name = lt(partNews.title);
        const { items, next, total } = partNews.news;
        return (
          <Page title={t('news.of', { name })} lead={t('news.ofLead')} actions={<FollowButton subject={part} />}>
            {items.length === 0 && page === 1 ? <Empty title={t('news.none')}>{t('news.noneHint')}</Empty> : <NewsList items={items} />}
            <Pager next={next} total={total} size={size} />
            <p className="no-print">
              <a href={feedPath(part, locale)}>{t('news.feedOf', { name })}</a>
            </p>
          </Page>
        );
      }}
    </Loaded>
  );
}
