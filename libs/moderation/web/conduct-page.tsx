import { Link } from 'react-router';
import { codeOfConduct, moderationLimits } from '@isegoria/moderation/contracts';
import { Page, Section, useWords } from '@isegoria/ui/web';
import styles from './pages.module.css';

/** The code of conduct, and how it is kept. */
export function Component() {
  const { t, lt, rich } = useWords('moderation');
  return (
    <Page title={t('conduct.title')} lead={t('conduct.lead')}>
      <ol role="list" className={styles.rules}>
        {codeOfConduct.map(({ number, title, text }) => (
          <li key={number} id={`rule-${number}`}>
            <span className={styles.number} aria-hidden>{number}</span>
            <div>
              <h2>{lt(title)}</h2>
              <p>{lt(text)}</p>
            </div>
          </li>
        ))}
      </ol>
      <Section title={t('conduct.how')}>
        <ul className={styles.how}>
          <li>{t('conduct.how1')}</li>
          <li>{t('conduct.how2')}</li>
          <li>{t('conduct.how3', { days: moderationLimits.objectDays })}</li>
          <li>{rich('conduct.how4', { log: (text) => <Link to="/moderation/log">{text}</Link> })}</li>
        </ul>
      </Section>
    </Page>
  );
}
