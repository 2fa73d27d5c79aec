import { useParams } from 'react-router';
import { Card, DateText, Loaded, Missing, Page, Prose, Row, Rows, useGraph, useWords } from '@isegoria/ui/web';
import { NewsletterDocument } from './documents';

/** A letter of the city, as it went out. */
export function Component() {
  const { t, lt, locale } = useWords('newsletters');
  const { id = '' } = useParams();
  const back = { to: '/newsletters', label: t('page.all') };
  return (
    <Loaded answer={useGraph(NewsletterDocument, { id })}>
      {({ newsletter }) =>
        newsletter ? (
          <Page title={lt(newsletter.title)} lead={<>{t('page.sentOn')} <DateText at={newsletter.at} /></>} back={back}>
            <Card>
              <Prose html={lt(newsletter.html)} lang={newsletter.html.en === newsletter.html.el ? 'el' : locale} />
            </Card>
            {newsletter.cards.length > 0 && (
              <Card title={t('page.cards')}>
                <Rows label={t('page.cards')}>
                  {newsletter.cards.map(({ path, title, fact }) => (
                    <Row key={path} to={path} title={lt(title)} note={lt(fact)} />
                  ))}
                </Rows>
              </Card>
            )}
            <p>{t('list.noPixels')}</p>
          </Page>
        ) : (
          <Missing words="newsletters" to="/newsletters" />
        )
      }
    </Loaded>
  );
}
