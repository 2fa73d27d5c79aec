import { Button, Loaded, PlainText, RadioGroup, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { articleName } from './articles/article-name';
import styles from './consultation-page.module.css';
import { Difference, DifferenceKey } from './articles/difference';
import { type ShownVersion, VersionsDocument } from './documents';

/** The way to the whole text: it is fetched when somebody wants it, for it may be long. */
export function WholeText({ id }: { id: string }) {
  const { t } = useWords('consultations');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('page.wholeText')}
      </Button>
      {isOpen && <Text id={id} />}
    </>
  );
}

/** The text on one page. Once the service has answered: as it is now, as it was, or the one against the other. */
function Text({ id }: { id: string }) {
  return <Loaded answer={useGraph(VersionsDocument, { id }, { staleMs: 60_000 })}>{({ consultationVersions }) => <Versions versions={consultationVersions} />}</Loaded>;
}

const views = ['difference', 'after', 'before'] as const;

function Versions({ versions }: { versions: readonly ShownVersion[] }) {
  const { t } = useWords('consultations');
  const [view, setView] = useState<string>('difference');
  const [before, after] = versions;
  if (!before) return null;
  if (!after) return <Version version={before} />;
  return (
    <div className={styles.whole}>
      <RadioGroup name="view" layout="row" label={t('text.view')} value={view} onChange={setView} choices={views.map((value) => ({ value, label: t(`text.${value}`) }))} />
      {view === 'difference' ? <Changes before={before} after={after} /> : <Version version={view === 'before' ? before : after} />}
    </div>
  );
}

function Version({ version: { articles } }: { version: ShownVersion }) {
  const { t } = useWords('consultations');
  return (
    <div className={styles.whole}>
      {articles.map((article) => (
        <section key={article.id}>
          <h3 className={styles.heading} lang="el">{articleName(article, t('preamble'))}</h3>
          <PlainText text={article.body} />
        </section>
      ))}
    </div>
  );
}

/** The next version with what went and what came, in the order of the new text; what was left out stands where it stood. */
export function Changes({ before, after }: { before: ShownVersion; after: ShownVersion }) {
  const { t } = useWords('consultations');
  return (
    <div className={styles.whole}>
      <DifferenceKey />
      {woven(before, after).map(({ id, was, is }) => (
        <section key={id}>
          <h3 className={styles.heading} lang="el">{articleName(is ?? was ?? { label: '', title: '' }, t('preamble'))}</h3>
          {was?.body === is?.body ? <PlainText text={is?.body ?? ''} /> : <Difference whole before={was?.body ?? ''} after={is?.body ?? ''} />}
        </section>
      ))}
    </div>
  );
}

type Woven = { id: string; was: ShownVersion['articles'][number] | undefined; is: ShownVersion['articles'][number] | undefined };

/** The articles of both versions in one order: those of the new text, each removed one after the one that it followed. */
function woven({ articles: old }: ShownVersion, { articles: now }: ShownVersion): Woven[] {
  const rows: Woven[] = now.map((is) => ({ id: is.id, was: old.find(({ id }) => id === is.id), is }));
  old.forEach((was, place) => {
    if (now.some(({ id }) => id === was.id)) return;
    const before = old[place - 1]?.id;
    rows.splice(before === undefined ? 0 : rows.findIndex(({ id }) => id === before) + 1, 0, { id: was.id, was, is: undefined });
  });
  return rows;
}
