import { RequireRole } from '@isegoria/identity/web';
import { reportProblems, surveyLimits as limits } from '@isegoria/surveys/contracts';
import { AskedButton, Empty, Form, FormActs, LinkButton, Loaded, Missing, Notice, Page, type Problem, refusalText, sayOnArrival, TextArea, TextField, useAct, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { DeskDocument, ReportDocument, ResultsDocument, type ShownSurvey, SurveyDocument, SurveysDocument } from '../documents';
import { StatusTag } from '../status-tag';

/** Where the department says what it learned from the answers and what it does. */
export function Component() {
  const { id = '' } = useParams();
  const { t, lt } = useWords('surveys');
  const answer = useGraph(SurveyDocument, { id }, { staleMs: 0 });
  const back = { to: `/surveys/${id}`, label: t('answer.toSurvey') };
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Loaded answer={answer}>
        {({ survey }) => {
          if (!survey) return <Missing words="surveys" to="/surveys" />;
          if (!survey.canReport) return <Page title={t('write.none')} back={back}><Empty title={t('write.noneWhy')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} /></Page>;
          return (
            <Page title={t('write.title')} lead={lt(survey.title)} kicker={<StatusTag {...survey} />} back={back}>
              <p>{t('write.lead')}</p>
              <div><LinkButton variant="secondary" to={`/surveys/${id}/results`}>{t('page.results')}</LinkButton></div>
              <ReportForm survey={survey} />
            </Page>
          );
        }}
      </Loaded>
    </RequireRole>
  );
}

const blank = { learned: '', does: '', promise: '', dueAt: '' };

function ReportForm({ survey: { id } }: { survey: ShownSurvey }) {
  const words = useWords('surveys');
  const { t } = words;
  const navigate = useNavigate();
  const [typed, keep, forget] = useKept(`survey-report:${id}`, blank);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [report, { pending }] = useAct(ReportDocument, { refresh: [SurveyDocument, SurveysDocument, DeskDocument, ResultsDocument] });
  const change = (part: Partial<typeof blank>) => keep({ ...typed, ...part });
  // A day is kept until it is over in the city.
  const input = { ...typed, dueAt: typed.dueAt ? new Date(`${typed.dueAt}T12:00:00Z`) : null };

  const send = async (close: () => void) => {
    setRefused(null);
    const wrong = reportProblems(input, new Date());
    setProblems(wrong);
    if (wrong.length > 0) return close();
    const result = (await report({ id, input: { learned: input.learned, does: input.does, promise: input.promise || null, dueAt: input.dueAt?.toISOString() ?? null } }))?.reportSurvey;
    if (!result) return;
    close();
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename !== 'SurveySaved') return setRefused(refusalText(words, result.reason));
    forget();
    sayOnArrival(t('write.published'));
    await navigate(`/surveys/${id}`);
  };
  return (
    <Form words="surveys" label={t('write.title')} problems={problems} onSubmit={() => setProblems(reportProblems(input, new Date()))}>
      <TextArea name="learned" label={t('field.learned')} hint={t('write.learnedHint')} rows={7} limit={limits.learned} value={typed.learned} onChange={(learned) => change({ learned })} />
      <TextArea name="does" label={t('field.does')} hint={t('write.doesHint')} rows={6} limit={limits.does} value={typed.does} onChange={(does) => change({ does })} />
      <TextField name="promise" optional label={t('field.promise')} hint={t('write.promiseHint')} value={typed.promise} onChange={(promise) => change({ promise })} />
      <TextField name="dueAt" optional type="date" width="short" label={t('field.dueAt')} value={typed.dueAt} onChange={(dueAt) => change({ dueAt })} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <AskedButton act={t('write.publish')} variant="primary" yesVariant="primary" question={t('write.publishAsk')} yes={t('write.publishYes')} pending={pending} onYes={send}>
          <p>{t('write.publishText')}</p>
        </AskedButton>
      </FormActs>
    </Form>
  );
}
