import { RequireRole } from '@isegoria/identity/web';
import { reportProblems, surveyLimits as limits } from '@isegoria/surveys/contracts';
import { Button, Empty, Form, FormActs, fromCityClock, LinkButton, Loaded, Notice, Page, type Problem, sayOnArrival, TextArea, TextField, useAct, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { DeskDocument, ReportDocument, type ShownSurvey, SurveyDocument, SurveysDocument } from '../documents';
import { refusalText } from '../refusal-text';
import { MissingSurvey } from '../survey-page';

/** Where the department says what it learned and what it does with the answers. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useGraph(SurveyDocument, { id });
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Loaded answer={answer}>{({ survey }) => (survey ? <Reporting survey={survey} /> : <MissingSurvey />)}</Loaded>
    </RequireRole>
  );
}

function Reporting({ survey: { id, title, canReport, status } }: { survey: ShownSurvey }) {
  const { t, lt } = useWords('surveys');
  const back = { to: `/surveys/${id}`, label: t('answer.back') };
  return (
    <Page title={t('report.write')} lead={t('report.lead')} kicker={<span>{lt(title)}</span>} back={back}>
      {canReport ? (
        <>
          <p><Link to={`/surveys/${id}/results`}>{t('page.results')}</Link></p>
          <ReportForm id={id} />
        </>
      ) : (
        <Empty title={t(status === 'reported' ? 'refused.reported' : 'refused.not_closed')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} />
      )}
    </Page>
  );
}

const nothing = { learned: '', does: '', promise: '', dueAt: '' };

function ReportForm({ id }: { id: string }) {
  const words = useWords('surveys');
  const { t } = words;
  const navigate = useNavigate();
  const [typed, keep, forget] = useKept(`survey-report:${id}`, nothing);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [report, { pending }] = useAct(ReportDocument, { refresh: [SurveyDocument, SurveysDocument, DeskDocument] });
  const change = (part: Partial<typeof nothing>) => keep({ ...typed, ...part });
  const send = async () => {
    setRefused(null);
    // A promise lasts until the end of its day.
    const dueAt = typed.dueAt ? fromCityClock(`${typed.dueAt}T23:59`) : null;
    const wrong = reportProblems({ ...typed, dueAt }, new Date());
    setProblems(wrong);
    if (wrong.length > 0) return;
    const { learned, does, promise } = typed;
    const result = (await report({ id, input: { learned, does, promise: promise.trim() || null, dueAt: dueAt?.toISOString() ?? null } }))?.reportSurvey;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename !== 'SurveySaved') return setRefused(refusalText(words, result.reason));
    forget();
    sayOnArrival(t('report.published'));
    await navigate(`/surveys/${id}`);
  };
  return (
    <Form words="surveys" label={t('report.write')} problems={problems} onSubmit={() => void send()}>
      <TextArea name="learned" label={t('report.learned')} hint={t('report.learnedHint')} rows={8} limit={limits.learned} value={typed.learned} onChange={(learned) => change({ learned })} />
      <TextArea name="does" label={t('report.does')} hint={t('report.doesHint')} rows={6} limit={limits.does} value={typed.does} onChange={(does) => change({ does })} />
      <TextArea name="promise" optional label={t('report.promise')} hint={t('report.promiseHint')} rows={2} limit={limits.promise} value={typed.promise} onChange={(promise) => change({ promise })} />
      {typed.promise.trim() !== '' && <TextField name="dueAt" type="date" width="medium" label={t('report.dueAt')} value={typed.dueAt} onChange={(dueAt) => change({ dueAt })} />}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('report.publish')}</Button>
      </FormActs>
    </Form>
  );
}
