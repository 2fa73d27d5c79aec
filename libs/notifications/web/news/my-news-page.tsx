import { Link, useSearchParams } from 'react-router';
import { RequireRole } from '@isegoria/identity/web';
import { DateText, Empty, LinkButton, Loaded, narrowed, Page, Pager, Select, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { FollowedPartsQuery, MyNewsQuery } from './documents';
import { NewsList } from './news-list';

const size = 20;

/** What is new in all that a citizen follows of the city: lately, or in the days of a digest. */
export function Component() {
  return (
    <RequireRole>
      <MyNews />
    </RequireRole>
  );
}

function MyNews() {
  const { t, lt } = useWords('notifications');
  const [search, setSearch] = useSearchParams();
  const { after, page } = usePaging();
  const span = spanOf(search);
  const [, kind = '', id = ''] = /^(\w+):(.+)$/.exec(search.get('of') ?? '') ?? [];
  const followed = useGraph(FollowedPartsQuery, {}, { staleMs: 0 });
  const answer = useGraph(MyNewsQuery, { part: id ? { kind, id } : null, since: span?.since ?? null, until: span?.until ?? null, first: size, after }, { keepPrevious: true, staleMs: 0 });
  return (
    <Page title={t('news.mine')} lead={t('news.mineLead')} back={{ to: '/following', label: t('news.toFollowing') }}>
      <Loaded answer={followed}>
        {({ followedParts }) =>
          followedParts.length === 0 ? (
            <Empty title={t('news.noParts')} action={<LinkButton variant="secondary" to="/proposals">{t('inbox.toProposals')}</LinkButton>}>
              {t('news.noPartsHint')}
            </Empty>
          ) : (
            <>
              {span && (
                <p>
                  {t('news.span')} <DateText at={span.since} /> – <DateText at={span.until} />. <Link to="/following/new">{t('news.all')}</Link>
                </p>
              )}
              {followedParts.length > 1 && (
                <Select
                  name="of" label={t('news.part')} placeholder={t('news.anyPart')} value={search.get('of') ?? ''} onChange={(value) => setSearch(narrowed(search, 'of', value), { preventScrollReset: true })}
                  choices={followedParts.map(({ about, title }) => ({ value: `${about.kind}:${about.id}`, label: lt(title) }))}
                />
              )}
              <Loaded answer={answer}>
                {({ myNews: { items, next, total } }) => (
                  <>
                    {items.length === 0 && page === 1 ? <Empty title={t('news.noneMine')}>{t('news.noneMineHint')}</Empty> : <NewsList items={items} />}
                    <Pager next={next} total={total} size={size} />
                  </>
                )}
              </Loaded>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** The days of a digest, as its link says them; null where the address says none that can be. */
function spanOf(search: URLSearchParams): { since: string; until: string } | null {
  const [since, until] = ['since', 'until'].map((name) => Number(search.get(name)));
  const isSpan = since && until && since < until && until < 8e15;
  return isSpan ? { since: new Date(since).toISOString(), until: new Date(until).toISOString() } : null;
}
