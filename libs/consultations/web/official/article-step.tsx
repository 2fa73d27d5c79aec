import { articleAnswerInput, consultationLimits as limits } from '@isegoria/consultations/contracts';
import { Arguments } from '@isegoria/comments/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, Button, Columns, Form, FormActs, LinkButton, NotSaved, Page, PlainText, type Problem, RadioGroup, refusalText, Section, TextArea, TextField, useAct, useEdited, useWords } from '@isegoria/ui/web';
import { useDeferredValue, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { articleName } from '../articles/article-name';
import { Difference, DifferenceKey } from '../articles/difference';
import { AnswerDraftDocument, type ArticleDraft, SaveArticleAnswerDocument, type ShownAnswerDraft } from '../documents';
import { StanceBar } from '../articles/stance-bar';
import { AmendmentAnswers } from './amendment-answers';
import styles from './official.module.css';

interface ArticleStepProps {
  draft: ShownAnswerDraft;
  row: ArticleDraft;
  at: number;
}

const outcomes = ['kept', 'changed', 'removed'] as const;
type Outcome = (typeof outcomes)[number];

/** One article of the answer: the form at the left, and beside it what people said. */
export function ArticleStep({ draft, row, at }: ArticleStepProps) {
  const { t, lt } = useWords('consultations');
  const { consultation, articles, amendments } = draft;
  const { article } = row;
  const { stances } = article;
  const next = articles[at + 1]?.article ?? null;
  const own = amendments.filter(({ amendment }) => amendment.articleId === article.id);
  return (
    <Page
      wide
      title={articleName(article, t('preamble'))}
      lang="el"
      step={article.id}
      kicker={<span>{lt(consultation.title)}</span>}
      back={{ to: `/consultations/${consultation.id}/answer`, label: t('write.back') }}
    >
      <Columns>
        <ArticleForm key={row.revision} consultationId={consultation.id} row={row} nextId={next?.id ?? null} />
        <div className={styles.desk}>
          <Section title={t('write.said')}>
            <div className={styles.group}>
              <StanceBar counts={stances} label={t('stance.label')} />
              <p className={styles.quiet}>{stances.people === 0 ? t('stance.nobodyClosed') : t('stance.told', { count: stances.people, agree: stances.agree, withChanges: stances.withChanges, disagree: stances.disagree })}</p>
              <h3>{t('article.text')}</h3>
              <PlainText text={article.body} />
            </div>
          </Section>
          {own.length > 0 && <AmendmentAnswers consultationId={consultation.id} rows={own} />}
          {article.arguments.total > 0 && (
            <Section title={t('article.arguments')}>
              <Arguments brief subject={article.subject} />
            </Section>
          )}
        </div>
      </Columns>
      {next && <p><Link to={`/consultations/${consultation.id}/answer?article=${next.id}`}>{t('article.after', { article: next.label || t('preamble') })}</Link></p>}
    </Page>
  );
}

interface Typed {
  heard: string;
  outcome: Outcome | '';
  reason: string;
  label: string;
  title: string;
  body: string;
  revision: number;
}

function ArticleForm({ consultationId, row, nextId }: { consultationId: string; row: ArticleDraft; nextId: string | null }) {
  const words = useWords('consultations');
  const { t } = words;
  const navigate = useNavigate();
  const { article, wasDiscussed, revision } = row;
  const start: Typed = { heard: row.heard, outcome: row.outcome ?? '', reason: row.reason, label: row.label, title: row.title, body: row.body, revision };
  const { typed, isTyped, isOvertaken, change, forget } = useEdited(`answer:${consultationId}.${article.id}`, { start, stands: row });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [save, { pending }] = useAct(SaveArticleAnswerDocument, { refresh: [AnswerDraftDocument] });
  const shown = useDeferredValue(typed.body);

  const send = async () => {
    setRefused(null);
    const { heard, outcome, reason, label, title, body } = typed;
    if (outcome === '') return setProblems([{ field: 'outcome', code: 'required' }]);
    const input = { heard, outcome, reason, label, title, body };
    const wrong: Problem[] = problemsOf(articleAnswerInput, input);
    if (reason.trim() === '' && (wasDiscussed || outcome !== 'kept')) wrong.push({ field: 'reason', code: 'required' });
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = (await save({ input: { consultationId, articleId: article.id, revision: typed.revision, ...input } }))?.saveArticleAnswer;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename !== 'AnswerDraftSaved') return setRefused(refusalText(words, result.reason));
    forget();
    announce(t('write.saved'));
    await navigate(nextId ? `?article=${nextId}` : `/consultations/${consultationId}/answer`);
  };
  return (
    <Form words="consultations" label={t('write.article')} problems={problems} onSubmit={() => void send()}>
      <NotSaved refused={refused} overtaken={isOvertaken && t('refused.changed')} onAnew={forget} />
      <TextArea name="heard" optional={!wasDiscussed} label={t('field.heard')} hint={t('write.heardHint')} rows={4} limit={limits.heard} value={typed.heard} onChange={(heard) => change({ heard })} />
      <RadioGroup
        name="outcome" label={t('field.outcome')} value={typed.outcome} onChange={(value) => change({ outcome: outcomes.find((one) => one === value) ?? '' })}
        choices={outcomes.map((value) => ({ value, label: t(`write.outcome.${value}`) }))}
      />
      {typed.outcome !== 'removed' && !article.isPreamble && <TextField name="label" width="medium" label={t('write.label')} hint={t('write.labelHint')} value={typed.label} onChange={(label) => change({ label })} />}
      {typed.outcome === 'changed' && (
        <>
          <TextField name="title" optional label={t('field.articleTitle')} value={typed.title} onChange={(title) => change({ title })} />
          <TextArea name="body" label={t('write.body')} rows={10} limit={limits.body} value={typed.body} onChange={(body) => change({ body })} />
          <section className={styles.preview} aria-label={t('amend.preview')}>
            <DifferenceKey />
            <Difference before={article.body} after={shown} />
          </section>
        </>
      )}
      <TextArea name="reason" optional={!wasDiscussed && typed.outcome === 'kept'} label={t('field.why')} hint={t('write.reasonHint')} rows={4} limit={limits.answerReason} value={typed.reason} onChange={(reason) => change({ reason })} />
      <FormActs>
        <Button type="submit" pending={pending}>{t(nextId ? 'write.saveNext' : 'write.save')}</Button>
        <LinkButton variant="quiet" to={`/consultations/${consultationId}/answer`}>{t('write.back')}</LinkButton>
        {isTyped && <span className={styles.quiet}>{t('write.unsaved')}</span>}
      </FormActs>
    </Form>
  );
}
