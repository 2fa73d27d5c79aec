import { DateText, Notice, Prose, Quote, Section, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import styles from '../debates.module.css';
import type { ShownDebate } from '../documents';
import { FairnessPart } from './fairness-part';
import { Verdict } from './notices';

type Conclusion = NonNullable<ShownDebate['conclusion']>;

const sides = ['FOR', 'AGAINST', 'NEUTRAL'] as const;

/** What was concluded and which arguments were heard, in their own words; and whether those who took part find it fair. */
export function ConclusionPart({ debate }: { debate: ShownDebate }) {
  const { t, lt } = useWords('debates');
  const { conclusion, opener } = debate;
  if (!conclusion) return null;
  const by = opener.department ? lt(opener.department.name) : opener.name || t('conclusion.former');
  return (
    <div id="conclusion">
      <Section title={t('conclusion.title')}>
        <div className={styles.stack}>
          {conclusion.visibility === 'waiting' && <Notice title={t('conclusion.waiting')} />}
          {(conclusion.visibility === 'returned' || conclusion.visibility === 'hidden') && <Notice tone="warning" title={t(`conclusion.${conclusion.visibility}`)}><Verdict verdict={conclusion.verdict} /></Notice>}
          <div className={styles.measure} lang="el"><Prose html={conclusion.html} /></div>
          <p className={styles.small}>{t('conclusion.by', { name: by })}{conclusion.publishedAt && <>, <DateText at={conclusion.publishedAt} /></>}</p>
          {conclusion.heard.length > 0 && <Heard heard={conclusion.heard} />}
          {conclusion.visibility === 'public' && <FairnessPart debate={debate} />}
        </div>
      </Section>
    </div>
  );
}

function Heard({ heard }: { heard: Conclusion['heard'] }) {
  const { t } = useWords('debates');
  return (
    <div className={styles.sides}>
      <h3>{t('conclusion.heard')}</h3>
      {sides.map((side) => {
        const own = heard.filter(({ alignment }) => alignment === side);
        if (own.length === 0) return null;
        return (
          <section key={side} className={styles.stack} aria-label={t(`conclusion.${side}`)}>
            <h4>{t(`conclusion.${side}`)}</h4>
            <ul role="list" className={styles.heard}>
              {own.map((argument) => <li key={argument.id}><HeardArgument argument={argument} /></li>)}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Of one that is not public any more the place stays, and nothing of what it said. */
function HeardArgument({ argument: { text, author, path } }: { argument: Conclusion['heard'][number] }) {
  const { t } = useWords('debates');
  if (text === null) return <p className={styles.gone}>{t('conclusion.gone')}</p>;
  return (
    <>
      <Quote>{text}</Quote>
      <p className={styles.small}><span lang="el">{author || t('conclusion.former')}</span> · <Link to={path} aria-label={`${t('conclusion.see')}: ${text.slice(0, 60)}`}>{t('conclusion.see')}</Link></p>
    </>
  );
}
