import { Card, Empty, graphql, Loaded, Page, Quote, Section, Tag, useGraph, useWords, type ResultOf } from '@isegoria/ui/web';
import { Link } from 'react-router';
import styles from './sittings/sitting.module.css';

const ThemesQuery = graphql(`
  query CityThemes {
    themes: cityThemes { at texts covered themes { id words texts quotations { text path agree } } }
  }
`);

type Themes = NonNullable<ResultOf<typeof ThemesQuery>['themes']>;

/** What all that citizens wrote speaks of, with the way back to the texts and the method in words. */
export function Component() {
  const { t } = useWords('insights');
  const answer = useGraph(ThemesQuery, {});
  return (
    <Page title={t('themes.title')} lead={t('themes.lead')} back={{ to: '/city-says', label: t('city.nav') }}>
      <Loaded answer={answer}>{({ themes }) => (themes && themes.themes.length > 0 ? <Found themes={themes} /> : <Empty title={t('themes.none')}>{t('themes.noneHint')}</Empty>)}</Loaded>
      <Section title={t('themes.method')}>
        <p>{t('themes.methodText')}</p>
        <p>{t('themes.methodQuotes')}</p>
      </Section>
    </Page>
  );
}

function Found({ themes: { at, texts, covered, themes } }: { themes: Themes }) {
  const { t, d } = useWords('insights');
  return (
    <>
      <p className={styles.quiet}>{t('themes.counted', { texts, covered, at: d(at, 'moment') })}</p>
      <div className={styles.parts}>
        {themes.map((theme) => (
          <Theme key={theme.id} theme={theme} />
        ))}
      </div>
    </>
  );
}

function Theme({ theme: { words, texts, quotations } }: { theme: Themes['themes'][number] }) {
  const { t } = useWords('insights');
  const [first = '', ...others] = words;
  return (
    <Card title={<span lang="el">{first}</span>} note={t('themes.texts', { count: texts })}>
      <ul role="list" className={styles.words} aria-label={t('themes.with')}>
        {others.map((word) => (
          <li key={word} lang="el">
            <Tag>{word}</Tag>
          </li>
        ))}
      </ul>
      <ul role="list" className={styles.quotes}>
        {quotations.map(({ text, path, agree }) => (
          <li key={`${path} ${text}`}>
            <Quote>{text}</Quote>
            <p className={styles.source}>
              {agree > 0 && t('themes.agree', { count: agree })} <Link to={path}>{t('sitting.whole')}</Link>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
