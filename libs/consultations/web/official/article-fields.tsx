import { consultationLimits as limits } from '@isegoria/consultations/contracts';
import { Checkbox, FoldedItem, MoveActs, TextArea, TextField, useWords } from '@isegoria/ui/web';
import { articleName } from '../articles/article-name';
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
  return (
    <FoldedItem id={`article-${id}`} name={name} lang="el" note={t('edit.signs', { count: [...body].length })} isOpen={isOpen} onOpen={onOpen}>
      {!isPreamble && <TextField name={`articles.${at}.label`} width="medium" label={t('field.label')} hint={t('edit.labelHint')} value={label} onChange={(next) => onChange({ label: next })} />}
      <TextField name={`articles.${at}.title`} optional label={t('field.articleTitle')} value={title} onChange={(next) => onChange({ title: next })} />
      <TextArea name={`articles.${at}.body`} label={t('field.body')} rows={8} limit={limits.body} value={body} onChange={(next) => onChange({ body: next })} />
      {at === 0 && <Checkbox name={`articles.${at}.isPreamble`} label={t('field.isPreamble')} checked={isPreamble} onChange={(next) => onChange({ isPreamble: next, label: next ? '' : label })} />}
      <MoveActs name={name} at={at} canUp={at > 0} canDown={at < of - 1} onMove={onMove} onRemove={onRemove} />
    </FoldedItem>
  );
}
