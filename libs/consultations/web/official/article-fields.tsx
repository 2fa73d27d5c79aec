import { consultationLimits as limits } from '@isegoria/consultations/contracts';
import { Button, Checkbox, TextArea, TextField, useWords } from '@isegoria/ui/web';
import { type MouseEvent, useEffect, useRef } from 'react';
import { articleName } from '../articles/article-name';
import styles from './official.module.css';
import type { TypedArticle } from './typed';

interface ArticleFieldsProps {
  article: TypedArticle;
  at: number;
  of: number;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
  onChange(part: Partial<TypedArticle>): void;
  onMove(step: 1 | -1): void;
  onRemove(): void;
}

/** One article of the text: its name, and under a press its words and its place. */
export function ArticleFields({ article, at, of, isOpen, onOpen, onChange, onMove, onRemove }: ArticleFieldsProps) {
  const { t } = useWords('consultations');
  const { id, label, title, body, isPreamble } = article;
  const name = articleName(article, isPreamble ? t('preamble') : t('edit.unnamed'));
  const moving = useFocusAfterMove(at);
  return (
    <li className={styles.article}>
      <button type="button" className={styles.fold} aria-expanded={isOpen} aria-controls={`article-${id}`} onClick={() => onOpen(!isOpen)}>
        <span lang="el">{name}</span> <span className={styles.quiet}>{t('edit.signs', { count: [...body].length })}</span>
      </button>
      <div id={`article-${id}`} className={styles.fields} hidden={!isOpen}>
        {isOpen && (
          <>
            {!isPreamble && <TextField name={`articles.${at}.label`} width="medium" label={t('field.label')} hint={t('edit.labelHint')} value={label} onChange={(next) => onChange({ label: next })} />}
            <TextField name={`articles.${at}.title`} optional label={t('field.articleTitle')} value={title} onChange={(next) => onChange({ title: next })} />
            <TextArea name={`articles.${at}.body`} label={t('field.body')} rows={8} limit={limits.body} value={body} onChange={(next) => onChange({ body: next })} />
            {at === 0 && <Checkbox name={`articles.${at}.isPreamble`} label={t('field.isPreamble')} checked={isPreamble} onChange={(next) => onChange({ isPreamble: next, label: next ? '' : label })} />}
          </>
        )}
        <div className={styles.acts} ref={moving.box}>
          {at > 0 && <Button variant="quiet" label={t('edit.upOf', { article: name })} onClick={moving.before(() => onMove(-1))}>{t('edit.up')}</Button>}
          {at < of - 1 && <Button variant="quiet" label={t('edit.downOf', { article: name })} onClick={moving.before(() => onMove(1))}>{t('edit.down')}</Button>}
          <Button variant="quiet" label={t('edit.removeOf', { article: name })} onClick={onRemove}>{t('edit.remove')}</Button>
        </div>
      </div>
    </li>
  );
}

/** An article that moves takes the focus with it: the browser loses it where the page puts a part elsewhere. */
function useFocusAfterMove(at: number) {
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const button = pressed.current;
    pressed.current = null;
    if (button && document.activeElement !== button) (button.isConnected ? button : box.current?.querySelector('button'))?.focus();
  }, [at]);
  const before = (act: () => void) => ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    pressed.current = currentTarget;
    act();
  };
  return { box, before };
}
