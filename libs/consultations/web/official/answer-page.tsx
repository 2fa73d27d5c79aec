import { RequireRole } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { useParams, useSearchParams } from 'react-router';
import { AnswerDraftDocument, type ShownAnswerDraft } from '../documents';
import { AnswerOverview } from './answer-overview';
import { ArticleStep } from './article-step';

/** Where the service answers a consultation that is over: the whole at a glance, and each article by itself, with what was said about it beside the form. */
export function Component() {
  const { id = '' } = useParams();
  return <RequireRole roles={['official', 'administrator']}><Answering key={id} id={id} /></RequireRole>;
}

function Answering({ id }: { id: string }) {
  const { t } = useWords('consultations');
  const answer = useGraph(AnswerDraftDocument, { id }, { staleMs: 0 });
  return (
    <Loaded answer={answer}>
      {({ answerDraft }) =>
        answerDraft ? (
          <Step draft={answerDraft} />
        ) : (
          <Page title={t('write.none')} back={{ to: `/consultations/${id}`, label: t('edit.back') }}>
            <Empty title={t('write.noneWhy')} action={<LinkButton to={`/consultations/${id}`}>{t('edit.back')}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Step({ draft }: { draft: ShownAnswerDraft }) {
  const [search] = useSearchParams();
  const at = draft.articles.findIndex(({ article }) => article.id === search.get('article'));
  const row = draft.articles[at];
  return row ? <ArticleStep key={row.article.id} draft={draft} row={row} at={at} /> : <AnswerOverview draft={draft} />;
}
