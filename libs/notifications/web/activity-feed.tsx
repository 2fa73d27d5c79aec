import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { cityRoom } from '@isegoria/notifications/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { Empty, Feed, type FeedItem, Loaded, type ResultOf, Section, useGraph, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { ActivityQuery } from './documents';
import { sentenceOf } from './notice-words';

type Item = ResultOf<typeof ActivityQuery>['activity'][number];

const shown = 6;

/** What just happened in the city, as it happens. Nothing jumps under a reader's finger: new lines come on top, old ones leave below. */
export default function ActivityFeed() {
  const words = useWords('notifications');
  const answer = useGraph(ActivityQuery, { first: shown });
  const [latest, setLatest] = useState<Item[]>([]);
  useEffect(() => setLatest([]), [answer.data]);
  useRoom(cityRoom, {
    onDelta: (_name, payload) => isItem(payload) && setLatest((items) => [payload, ...items].slice(0, shown)),
    onMissed: () => void answer.refetch(),
  });
  return (
    <Section title={words.t('activity.title')}>
      <Loaded answer={answer}>
        {({ activity }) => {
          const all = [...latest, ...activity.filter(({ id }) => !latest.some((item) => item.id === id))];
          const items = all.flatMap((item) => line(item, words)).slice(0, shown);
          return items.length > 0 ? <Feed label={words.t('activity.title')} items={items} /> : <Empty title={words.t('activity.empty')} />;
        }}
      </Loaded>
    </Section>
  );
}

/** What there are no words for is not told. */
function line({ id, at, path, name, params }: Item, words: WordsOfSlice): FeedItem[] {
  const text = sentenceOf(words, 'activity', name, params);
  return text === null ? [] : [{ id, at, text: <Link to={path}>{text}</Link> }];
}

function isItem(payload: unknown): payload is Item {
  return typeof payload === 'object' && payload !== null && 'id' in payload && 'params' in payload && 'path' in payload;
}
