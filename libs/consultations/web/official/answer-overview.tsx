import { answerFrameInput, articleId, consultationLimits as limits } from '@isegoria/consultations/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, AskedButton, Button, Form, FormActs, Notice, NotSaved, Page, type Problem, refusalText, sayOnArrival, Section, Select, Tag, TextArea, TextField, useAct, useEdited, useFocusBack, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { articleName } from '../articles/article-name';
import { AnswerDraftDocument, ConsultationDocument, ConsultationsDocument, DeskDocument, PublishAnswerDocument, SaveAnswerFrameDocument, type ShownAnswerDraft } from '../documents';
import { StatusTag } from '../status-tag';
import styles from './official.module.css';

/** The answer at a glance: which articles and amendments still wait for a word, the words about the whole, and its publication. */
export function AnswerOverview({ draft }: { draft: ShownAnswerDraft }) {
  const { t, lt } = useWords('consultations');
  const { consultation, articles, amendments, missing } = draft;
  const { id } = consultation;
  const done = articles.filter(({ article }) => !missing.articles.includes(article.id)).length;
  return (
    <Page title={t('write.title')} lead={lt(consultation.title)} kicker={<StatusTag {...consultation} opensAt={null} closesAt={null} />} back={{ to: `/consultations/${id}`, label: t('edit.back') }}>
      <p>{t('write.lead')}</p>
      <Section title={t('write.articles', { done, count: articles.length })}>
        <ol role="list" className={styles.rows}>
          {articles.map(({ article, outcome }) => {
            const open = amendments.filter(({ amendment }) => amendment.articleId === article.id && missing.amendments.includes(amendment.id)).length;
            return (
              <li key={article.id} className={styles.answered}>
                <Link to={`/consultations/${id}/answer?article=${article.id}`} lang="el">{articleName(article, t('preamble'))}</Link>
                <span className={styles.acts}>
                  {open > 0 && <span className={styles.quiet}>{t('write.openAmendments', { count: open })}</span>}
                  {missing.articles.includes(article.id) ? <Tag tone="sun">{t('write.missing')}</Tag> : <Tag tone={outcome ? 'olive' : 'neutral'}>{t(`outcome.${outcome ?? 'kept'}`)}</Tag>}
                </span>
              </li>
            );
          })}
        </ol>
      </Section>
      <FrameForm key={draft.revision} draft={draft} />
      <Publish draft={draft} />
    </Page>
  );
}

type Frame = Pick<ShownAnswerDraft, 'text' | 'added' | 'revision'>;

/** What the service says of the whole, and the articles that it adds. */
function FrameForm({ draft: { consultation: { id }, text, added, revision, articles } }: { draft: ShownAnswerDraft }) {
  const words = useWords('consultations');
  const { t } = words;
  const box = useFocusBack();
  const { typed, isTyped, isOvertaken, change, forget } = useEdited<Frame>(`answer:${id}`, { start: { text, added, revision }, stands: { revision } });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [save, { pending }] = useAct(SaveAnswerFrameDocument, { refresh: [AnswerDraftDocument] });
  const set = (at: number, part: Partial<Frame['added'][number]>) => change({ added: typed.added.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  const add = () => {
    const taken = [...articles.map(({ article }) => article.id), ...typed.added.map((one) => one.id)];
    change({ added: [...typed.added, { id: articleId(taken), after: articles.at(-1)?.article.id ?? null, label: '', title: '', body: '', reason: '' }] });
  };
  const send = async () => {
    setRefused(null);
    const input = { text: typed.text, added: typed.added.map(({ id: one, after, label, title, body, reason }) => ({ id: one, after, label, title, body, reason })) };
    const wrong = problemsOf(answerFrameInput, input);
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = (await save({ input: { consultationId: id, revision: typed.revision, ...input } }))?.saveAnswerFrame;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename !== 'AnswerDraftSaved') return setRefused(refusalText(words, result.reason));
    forget();
    announce(t('write.saved'));
  };
  const places = [{ value: '', label: t('write.first') }, ...[...articles.map(({ article }) => article), ...typed.added].map((one) => ({ value: one.id, label: t('write.afterArticle', { article: articleName(one, t('preamble')) }) }))];
  return (
    <div ref={box}>
      <Section title={t('write.whole')}>
        <Form words="consultations" label={t('write.whole')} problems={problems} onSubmit={() => void send()}>
          <NotSaved refused={refused} overtaken={isOvertaken && t('refused.changed')} onAnew={forget} />
          <TextArea name="text" label={t('field.answerText')} hint={t('write.textHint')} rows={7} limit={limits.answerText} value={typed.text} onChange={(next) => change({ text: next })} />
          {typed.added.map((one, at) => (
            <fieldset key={one.id} className={styles.link}>
              <legend className={styles.legend}>{t('write.addedOf', { place: at + 1 })}</legend>
              <Select name={`added.${at}.after`} width="full" label={t('field.after')} choices={places.filter(({ value }) => value !== one.id)} value={one.after ?? ''} onChange={(after) => set(at, { after: after || null })} />
              <TextField name={`added.${at}.label`} width="medium" label={t('field.label')} hint={t('edit.labelHint')} value={one.label} onChange={(label) => set(at, { label })} />
              <TextField name={`added.${at}.title`} optional label={t('field.articleTitle')} value={one.title} onChange={(title) => set(at, { title })} />
              <TextArea name={`added.${at}.body`} label={t('field.body')} rows={6} value={one.body} onChange={(body) => set(at, { body })} />
              <TextArea name={`added.${at}.reason`} label={t('write.addedWhy')} rows={3} limit={limits.answerReason} value={one.reason} onChange={(reason) => set(at, { reason })} />
              <Button variant="quiet" label={t('write.removeOf', { place: at + 1 })} onClick={() => change({ added: typed.added.filter((_, place) => place !== at) })}>{t('edit.remove')}</Button>
            </fieldset>
          ))}
          {typed.added.length < limits.added && <div><Button variant="quiet" onClick={add}>{t('write.add')}</Button></div>}
          <FormActs>
            <Button type="submit" variant="secondary" pending={pending}>{t('write.save')}</Button>
            {isTyped && <span className={styles.quiet}>{t('write.unsaved')}</span>}
          </FormActs>
        </Form>
      </Section>
    </div>
  );
}

/** Publishing the answer: asked once, for it is for good. What is still missing is named, with the way to it. */
function Publish({ draft: { consultation: { id }, missing, waiting } }: { draft: ShownAnswerDraft }) {
  const words = useWords('consultations');
  const { t } = words;
  const navigate = useNavigate();
  const [refused, setRefused] = useState<string | null>(null);
  const [publish, { pending }] = useAct(PublishAnswerDocument, { refresh: [ConsultationDocument, ConsultationsDocument, DeskDocument, AnswerDraftDocument] });
  const isComplete = !missing.text && missing.articles.length === 0 && missing.amendments.length === 0 && waiting === 0;
  const yes = async (close: () => void) => {
    const result = (await publish({ id }))?.publishAnswer;
    if (!result) return;
    close();
    if (result.__typename === 'AnswerIncomplete') return setRefused(t('write.incomplete'));
    if (result.__typename !== 'ConsultationSaved') return setRefused(refusalText(words, result.reason));
    sayOnArrival(t('write.published'));
    await navigate(`/consultations/${id}`);
  };
  return (
    <Section title={t('write.publishTitle')}>
      <div className={styles.group}>
        {isComplete ? (
          <div>
            <AskedButton act={t('write.publish')} variant="primary" yesVariant="primary" question={t('write.publishAsk')} yes={t('write.publishYes')} pending={pending} onYes={yes}>
              <p>{t('write.publishText')}</p>
            </AskedButton>
          </div>
        ) : (
          <Notice tone="warning" title={t('write.notYet')}>
            <ul className={styles.list}>
              {missing.text && <li>{t('write.missingText')}</li>}
              {missing.articles.length > 0 && <li>{t('write.missingArticles', { count: missing.articles.length })}</li>}
              {missing.amendments.length > 0 && <li>{t('write.missingAmendments', { count: missing.amendments.length })}</li>}
              {waiting > 0 && <li>{t('write.waiting', { count: waiting })}</li>}
            </ul>
          </Notice>
        )}
        {refused && <Notice tone="problem" live>{refused}</Notice>}
      </div>
    </Section>
  );
}
