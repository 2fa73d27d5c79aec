import { Contents, Page, Section, useWords } from '@isegoria/ui/web';
import styles from './method.module.css';

/** In the order in which one asks. Each may be linked to by its name: /method#median. */
const SECTIONS = ['counting', 'median', 'share', 'groups', 'suppression', 'weighing', 'margin', 'population', 'limits'] as const;

/** How every figure is made: in words, with an example and the source. */
export function Component() {
  const { t } = useWords('statistics');
  return (
    <Page title={t('method.title')} lead={t('method.lead')}>
      <Contents parts={SECTIONS.map((id) => ({ id, title: t(`method.${id}.title`) }))} />
      {SECTIONS.map((name) => (
        <Method key={name} name={name} />
      ))}
      <p className={styles.text}>{t('method.code')}</p>
    </Page>
  );
}

function Method({ name }: { name: (typeof SECTIONS)[number] }) {
  const { t, has } = useWords('statistics');
  const parts = (['formula', 'example', 'source'] as const).filter((part) => has(`method.${name}.${part}`));
  return (
    <Section id={name} title={t(`method.${name}.title`)}>
      <p className={styles.text}>{t(`method.${name}.text`)}</p>
      {parts.length > 0 && (
        <dl className={styles.parts}>
          {parts.map((part) => (
            <div key={part} data-part={part}>
              <dt>{t(`method.${part}`)}</dt>
              <dd>{t(`method.${name}.${part}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
