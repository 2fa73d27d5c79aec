import { ReportButton } from '@isegoria/moderation/web';
import { Card, Prose, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ShownMerging } from './documents';

/** What others brought along when they were merged into a proposal, below its text, which is as it was. */
export function Additions({ additions, lang }: { additions: ShownMerging['additions']; lang: string }) {
  const { t, d } = useWords('proposals');
  if (additions.length === 0) return null;
  return (
    <>
      {additions.map(({ id, fromId, fromTitle, author, html, at, endedAt }) => {
        const title = fromTitle === null ? t('merge.additionOfHidden') : t('merge.addition', { title: fromTitle });
        return (
          <Card key={id} title={title} note={t('merge.additionBy', { author: author ?? t('someone'), date: d(at) })} edge="aegean">
            {endedAt && <p>{t('merge.additionEnded', { date: d(endedAt) })}</p>}
            <Prose lang={lang} html={html} />
            <p>
              {fromTitle !== null && <Link to={`/proposals/${fromId}`}>{t('merge.see')}</Link>} <ReportButton item={{ kind: 'proposal-addition', id }} of={title} />
            </p>
          </Card>
        );
      })}
      <p>{t('merge.additionHint')}</p>
    </>
  );
}
