import { articleId, consultationLimits as limits } from '@isegoria/consultations/contracts';
import { announce, Button, Notice, type Problem, TextArea, useField, useFocusBack, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { articleName } from '../articles/article-name';
import { ArticleFields } from './article-fields';
import styles from './official.module.css';
import { articlesOf, movedBy, type TypedArticle } from './typed';

interface ArticlesFieldProps {
  articles: readonly TypedArticle[];
  problems: readonly Problem[];
  onChange(articles: TypedArticle[]): void;
}

/** The text: pasted whole and split at its headings, then each article mended by hand, moved, added or taken out. */
export function ArticlesField({ articles, problems, onChange }: ArticlesFieldProps) {
  const { t } = useWords('consultations');
  const box = useFocusBack();
  // While the text is not pasted anew, what is missed of it as a whole is missed at its list.
  const { id: listId, problem } = useField({ name: 'articles', label: t('edit.text') });
  const [isPasting, setPasting] = useState(false);
  const [gone, setGone] = useState<{ article: TypedArticle; at: number } | null>(null);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const split = (text: string) => {
    const found = articlesOf(text, articles);
    onChange(found);
    setPasting(false);
    setOpened([]);
    announce(t('edit.split', { count: found.length }));
  };
  const add = (at: number) => {
    const id = articleId(articles.map((one) => one.id));
    onChange([...articles.slice(0, at), { id, label: '', title: '', body: '', isPreamble: false }, ...articles.slice(at)]);
    setOpened([...opened, id]);
  };
  const remove = (article: TypedArticle, at: number) => {
    onChange(articles.filter(({ id }) => id !== article.id));
    setGone({ article, at });
    announce(t('edit.removed', { article: articleName(article, t('preamble')) }));
  };
  const bringBack = () => {
    if (gone) onChange([...articles.slice(0, gone.at), gone.article, ...articles.slice(gone.at)]);
    setGone(null);
  };
  const move = (id: string, step: 1 | -1) => {
    onChange(movedBy(articles, id, step));
    announce(t('edit.moved', { place: articles.findIndex((one) => one.id === id) + 1 + step, all: articles.length }));
  };
  return (
    <div ref={box} className={styles.group}>
      {articles.length === 0 || isPasting ? (
        <Paste replaces={articles.length} onSplit={split} onLeave={articles.length > 0 ? () => setPasting(false) : null} />
      ) : (
        <div className={styles.acts} id={listId} tabIndex={-1}>
          {problem && <Notice tone="problem">{problem}</Notice>}
          <p>{t('edit.found', { count: articles.length })}</p>
          <Button variant="quiet" onClick={() => setPasting(true)}>{t('edit.pasteAgain')}</Button>
        </div>
      )}
      {articles.length > 0 && (
        <ol role="list" className={styles.rows} aria-label={t('edit.text')}>
          {articles.map((article, at) => (
            <ArticleFields
              key={article.id} article={article} at={at} of={articles.length}
              isOpen={opened.includes(article.id) || problems.some(({ field }) => field.startsWith(`articles.${at}.`))}
              onOpen={(isOpen) => setOpened(isOpen ? [...opened, article.id] : opened.filter((id) => id !== article.id))}
              onChange={(part) => onChange(articles.map((one) => (one.id === article.id ? { ...one, ...part } : one)))}
              onMove={(step) => move(article.id, step)}
              onRemove={() => remove(article, at)}
            />
          ))}
        </ol>
      )}
      {gone && (
        <Notice live>
          <p>{t('edit.removed', { article: articleName(gone.article, t('preamble')) })}</p>
          <Button variant="quiet" onClick={bringBack}>{t('edit.undo')}</Button>
        </Notice>
      )}
      {articles.length > 0 && articles.length < limits.articles && (
        <div>
          <Button variant="secondary" onClick={() => add(articles.length)}>{t('edit.addArticle')}</Button>
        </div>
      )}
    </div>
  );
}

/** Where the whole text is pasted. Its headings make the articles. */
function Paste({ replaces, onSplit, onLeave }: { replaces: number; onSplit(text: string): void; onLeave: (() => void) | null }) {
  const { t } = useWords('consultations');
  const [text, setText, forget] = useKept('consultation:paste', '');
  const split = () => {
    onSplit(text);
    forget();
  };
  return (
    <>
      {/* Where the text is missing, this is where it is missed. */}
      <TextArea name="articles" label={t('edit.paste')} hint={t('edit.pasteHint')} rows={10} value={text} onChange={setText} />
      {replaces > 0 && <Notice tone="warning">{t('edit.pasteReplaces', { count: replaces })}</Notice>}
      <div className={styles.acts}>
        <Button variant="secondary" disabled={text.trim() === ''} onClick={split}>{t('edit.splitIt')}</Button>
        {onLeave && <Button variant="quiet" onClick={onLeave}>{t('ui:cancel')}</Button>}
      </div>
    </>
  );
}
