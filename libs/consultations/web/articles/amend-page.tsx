import { amendmentInput, consultationLimits as limits } from '@isegoria/consultations/contracts';
import { RefusalNotice, RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Disclosure, Empty, Form, FormActs, LinkButton, Loaded, Notice, Page, PlainText, type Problem, RadioGroup, refusalText, sayOnArrival, TextArea, useAct, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useDeferredValue, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import styles from './amendments.module.css';
import { articleName } from './article-name';
import { Difference, DifferenceKey } from './difference';
import { AmendDocument, AmendmentsDocument, ArticleDocument, ConsultationDocument, MyAmendmentsDocument, type ShownArticle, type ShownConsultation } from '../documents';
import { isStanding } from '../use-mine';

/** Where a citizen writes an article as they would have it, and sees at once what that changes. */
export function Component() {
  return (
    <RequireRole>
      <Asked />
    </RequireRole>
  );
}

function Asked() {
  const { id = '', articleId = '' } = useParams();
  const whole = useGraph(ConsultationDocument, { id });
  const answer = useGraph(ArticleDocument, { id, articleId });
  const mine = useGraph(MyAmendmentsDocument, { consultationId: id });
  return (
    <Loaded answer={whole}>
      {({ consultation }) => (
        <Loaded answer={answer}>
          {({ consultationArticle: article }) =>
            consultation && article ? (
              <Loaded answer={mine}>
                {({ myAmendments }) => <Amending key={articleId} consultation={consultation} article={article} hasOpen={myAmendments.some((one) => one.articleId === articleId && isStanding(one))} />}
              </Loaded>
            ) : (
              <Missing path={consultation ? `/consultations/${id}` : '/consultations'} />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

function Missing({ path }: { path: string }) {
  const { t } = useWords('consultations');
  return (
    <Page title={t('article.missing')} back={{ to: path }}>
      <Empty title={t('page.missingHint')} action={<LinkButton to="/consultations">{t('page.all')}</LinkButton>} />
    </Page>
  );
}

interface AmendingProps {
  consultation: Pick<ShownConsultation, 'id' | 'takesPart' | 'admission'>;
  article: ShownArticle;
  /** Whether a wording of theirs to this article stands: it is taken back before another is written. */
  hasOpen: boolean;
}

function Amending({ consultation: { id, takesPart, admission }, article, hasOpen }: AmendingProps) {
  const { t } = useWords('consultations');
  const name = articleName(article, t('preamble'));
  const path = `/consultations/${id}/articles/${article.id}`;
  const shut = !takesPart ? t('amend.closed') : hasOpen ? t('amendment.oneOpen') : null;
  return (
    <Page title={t('amend.title')} lead={t('amend.lead')} kicker={<span lang="el">{name}</span>} back={{ to: path, label: t('amend.back') }}>
      {shut ? (
        <Notice title={shut}>
          <Link to={`${path}#amendments`}>{t('amend.back')}</Link>
        </Notice>
      ) : (
        <AmendForm consultationId={id} article={article} path={path} waits={admission === 'wait'} />
      )}
    </Page>
  );
}

interface Draft {
  isRemoval: boolean;
  text: string;
  reason: string;
  nonce: string;
}

const fresh = (text: string): Draft => ({ isRemoval: false, text, reason: '', nonce: crypto.randomUUID() });

function AmendForm({ consultationId, article: { id: articleId, body }, path, waits }: { consultationId: string; article: ShownArticle; path: string; waits: boolean }) {
  const words = useWords('consultations');
  const { t } = words;
  const navigate = useNavigate();
  const [first] = useState(() => fresh(body));
  const [draft, keep, forget] = useKept<Draft>(`amend:${consultationId}.${articleId}`, first);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [amend, { pending }] = useAct(AmendDocument, { refresh: [AmendmentsDocument, MyAmendmentsDocument, ConsultationDocument] });
  const change = (part: Partial<Draft>) => keep({ ...draft, ...part });
  const shown = useDeferredValue(draft.text);

  const send = async () => {
    setRefused(null);
    const { isRemoval, reason, nonce } = draft;
    const input = { isRemoval, text: isRemoval ? '' : draft.text, reason, nonce };
    const wrong: Problem[] = problemsOf(amendmentInput, input);
    if (!isRemoval && input.text.trim() === body.trim()) wrong.unshift({ field: 'text', code: 'same' });
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = (await amend({ input: { consultationId, articleId, ...input } }))?.amend;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename === 'TooMany') return setRefused(t('refused.tooMany'));
    if (result.__typename !== 'AmendmentSaved') return setRefused(refusalText(words, result.reason));
    forget();
    sayOnArrival(t(result.waits ? 'amend.sentWaits' : 'amend.sent'));
    await navigate(`${path}#amendments`);
  };
  return (
    <Form words="consultations" label={t('amend.title')} problems={problems} onSubmit={() => void send()}>
      <RadioGroup
        name="isRemoval"
        label={t('amend.what')}
        value={draft.isRemoval ? 'removal' : 'change'}
        onChange={(value) => change({ isRemoval: value === 'removal' })}
        choices={[{ value: 'change', label: t('amend.change'), hint: t('amend.changeHint') }, { value: 'removal', label: t('amend.removal'), hint: t('amend.removalHint') }]}
      />
      {draft.isRemoval ? (
        <Disclosure label={t('amend.seeText')}>
          <PlainText text={body} />
        </Disclosure>
      ) : (
        <>
          <TextArea name="text" label={t('amend.text')} hint={t('amend.textHint')} rows={10} limit={limits.amendment} value={draft.text} onChange={(text) => change({ text })} />
          <section className={styles.preview} aria-label={t('amend.preview')}>
            <h2 className={styles.previewTitle}>{t('amend.preview')}</h2>
            {shown.trim() === body.trim() ? (
              <p className={styles.label}>{t('amend.unchanged')}</p>
            ) : (
              <>
                <DifferenceKey />
                <Difference before={body} after={shown} />
              </>
            )}
            {draft.text !== body && (
              <Button variant="quiet" onClick={() => change({ text: body })}>
                {t('amend.reset')}
              </Button>
            )}
          </section>
        </>
      )}
      <TextArea name="reason" label={t('amend.reason')} hint={t('amend.reasonHint')} rows={4} limit={limits.reason} value={draft.reason} onChange={(reason) => change({ reason })} />
      <p className={styles.label}>{t(waits ? 'amend.waits' : 'amend.public')}</p>
      {refused && <RefusalNotice>{refused}</RefusalNotice>}
      <FormActs>
        <Button type="submit" pending={pending}>
          {t(waits ? 'amend.sendWaits' : 'amend.send')}
        </Button>
        <Link to="/code-of-conduct">{t('amend.conduct')}</Link>
      </FormActs>
    </Form>
  );
}
