import { Section, useWords } from '@isegoria/ui/web';
import type { Field } from './documents';
import styles from './open-data.module.css';

/** The data dictionary: each column's name, meaning, type, and where it stands in the public contract. */
export function Dictionary({ fields }: { fields: readonly Field[] }) {
  const { t, lt } = useWords('open-data');
  return (
    <Section title={t('dictionary.title')}>
      <dl className={styles.dictionary}>
        {fields.map(({ name, title, says, type, isRequired, isKey, contract, values }) => (
          <div key={name} id={name}>
            <dt>
              <code>{name}</code> <span>{lt(title)}</span>
            </dt>
            <dd>
              {lt(says)}
              <span className={styles.quiet}>
                {[t(`type.${type}`), isKey ? t('dictionary.key') : isRequired && t('dictionary.always'), contract && `${t('dictionary.contract')}: ${contract}`].filter(Boolean).join(' · ')}
              </span>
              {values.length > 0 && (
                <span className={styles.quiet}>
                  {t('dictionary.values')}: <code>{values.join(', ')}</code>
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
