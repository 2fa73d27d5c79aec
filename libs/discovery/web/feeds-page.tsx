import { feedNames } from '@isegoria/discovery/contracts';
import { Page, Row, Rows, useWords, VisuallyHidden } from '@isegoria/ui/web';

/** The city's feeds, for who follows it with a program of their own and without an account. */
export function Component() {
  const { t, locale } = useWords('discovery');
  const lang = locale === 'el' ? '' : `?lang=${locale}`;
  return (
    <Page title={t('news.title')} lead={t('news.lead')}>
      <Rows label={t('news.title')}>
        {feedNames.map((name) => {
          const title = t(`feeds.${name}.title`);
          return (
            <Row key={name} level={2} title={title} note={t(`feeds.${name}.about`)}>
              <p>
                <a href={`/feeds/${name}.atom${lang}`}>Atom<VisuallyHidden>, {title}</VisuallyHidden></a> · <a href={`/feeds/${name}.json${lang}`}>JSON Feed<VisuallyHidden>, {title}</VisuallyHidden></a>
              </p>
            </Row>
          );
        })}
      </Rows>
      <p>{t('news.process')}</p>
    </Page>
  );
}
