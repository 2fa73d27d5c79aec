import { grouped } from '@isegoria/notifications/contracts';
import { Row, Rows, type ResultOf, Section, TimeAgo, useWords } from '@isegoria/ui/web';
import { sentenceOf } from '../notice-words';
import type { MyNewsQuery } from './documents';

export type NewsItem = ResultOf<typeof MyNewsQuery>['myNews']['items'][number];

/** News by the sort of thing that they are about, in the words of the slice that told them. */
export function NewsList({ items }: { items: readonly NewsItem[] }) {
  const words = useWords('notifications');
  const { t, has, lt, lang } = words;
  return [...grouped(items)].map(([slice, some]) => {
    const key = `${slice}:activity.group`;
    const name = has(key) ? t(key) : t('news.other');
    return (
      <Section key={slice} title={name}>
        <Rows label={name}>
          {some.map(({ id, name: happening, params, title, path, at }) => {
            const sentence = sentenceOf(words, 'activity', happening, params);
            return <Row key={id} to={path} title={sentence ?? lt(title)} lang={sentence === null ? lang(title) : undefined} note={<TimeAgo at={at} />} />;
          })}
        </Rows>
      </Section>
    );
  });
}
