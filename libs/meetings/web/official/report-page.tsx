import { RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { meetingLimits as limits, reportInput } from '@isegoria/meetings/contracts';
import { useCity } from '@isegoria/organisation/web';
import { AskedButton, BothLanguages, Button, Card, Empty, Form, FormActs, LinkButton, Loaded, Missing, Notice, Page, type PickedSubject, type Problem, refusalText, sayOnArrival, Section, Select, TextField, useAct, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { DeskDocument, MeetingDocument, MeetingsDocument, ReportDocument, type ShownMeeting } from '../documents';
import styles from '../meetings.module.css';
import { Picker } from './items-field';

/** Where the organisers say what came of a meeting: what was said, what was agreed, who does it by when. */
export function Component() {
  const { id = '' } = useParams();
  const { t, lt } = useWords('meetings');
  const answer = useGraph(MeetingDocument, { id }, { staleMs: 0 });
  const back = { to: `/meetings/${id}`, label: t('page.toMeeting') };
  return (
    <RequireRole roles={['official', 'clerk', 'administrator']}>
      <Loaded answer={answer}>
        {({ meeting }) => {
          if (!meeting) return <Missing words="meetings" to="/meetings" />;
          if (!meeting.mine.canReport) return <Page title={t('write.none')} back={back}><Empty title={t('write.noneWhy')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} /></Page>;
          return <Page title={t('write.title')} lead={lt(meeting.title)} back={back}><p>{t('write.lead')}</p><ReportForm meeting={meeting} /></Page>;
        }}
      </Loaded>
    </RequireRole>
  );
}

interface TypedOutcome {
  key: string;
  text: string;
  subjects: PickedSubject[];
  departmentId: string;
  dueAt: string;
}

const blank = { el: '', en: '', minutesUrl: '', outcomes: [] as TypedOutcome[] };

function ReportForm({ meeting: { id, department } }: { meeting: ShownMeeting }) {
  const words = useWords('meetings');
  const { t } = words;
  const navigate = useNavigate();
  const { offered } = useCity();
  const [typed, keep, forget] = useKept(`meeting-report:${id}`, blank);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [report, { pending }] = useAct(ReportDocument, { refresh: [MeetingDocument, MeetingsDocument, DeskDocument] });
  const change = (part: Partial<typeof blank>) => keep({ ...typed, ...part });
  const set = (key: string, part: Partial<TypedOutcome>) => change({ outcomes: typed.outcomes.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const input = {
    text: { el: typed.el, en: typed.en }, minutesUrl: typed.minutesUrl,
    // A day is kept until it is over in the city.
    outcomes: typed.outcomes.map(({ text, subjects: [subject], departmentId, dueAt }) => ({ text, subject: subject ? { kind: subject.kind, id: subject.id } : null, departmentId: departmentId || null, dueAt: dueAt ? new Date(`${dueAt}T12:00:00Z`) : null })),
  };
  const send = async (close: () => void) => {
    setRefused(null);
    const wrong: Problem[] = problemsOf(reportInput, input);
    setProblems(wrong);
    if (wrong.length > 0) return close();
    const result = (await report({ id, input: { ...input, outcomes: input.outcomes.map(({ dueAt, ...rest }) => ({ ...rest, dueAt: dueAt?.toISOString() ?? null })) } }))?.reportMeeting;
    if (!result) return;
    close();
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename !== 'MeetingSaved') return setRefused(refusalText(words, result.reason));
    forget();
    sayOnArrival(t('write.published'));
    await navigate(`/meetings/${id}`);
  };
  return (
    <Form words="meetings" label={t('write.title')} problems={problems} onSubmit={() => setProblems(problemsOf(reportInput, input))}>
      <BothLanguages name="text" label={t('field.report')} labelEn={t('field.reportEn')} hint={t('write.textHint')} rows={8} limit={limits.report} value={typed} onChange={change} />
      <TextField name="minutesUrl" optional type="url" label={t('field.minutesUrl')} hint={t('write.minutesHint')} value={typed.minutesUrl} onChange={(minutesUrl) => change({ minutesUrl })} />
      <Section title={t('report.outcomes')}>
        <div className={styles.stack}>
          <p className={styles.small}>{t('write.outcomesHint')}</p>
          {typed.outcomes.map((outcome, at) => (
            <Card key={outcome.key} level={3} title={t('write.outcome', { number: at + 1 })}>
              <TextField name={`outcomes.${at}.text`} label={t('field.outcome', { number: at + 1 })} value={outcome.text} onChange={(text) => set(outcome.key, { text })} />
              <Select name={`outcomes.${at}.departmentId`} label={t('write.who')} placeholder={t('write.nobody')} choices={offered('departments', outcome.departmentId)} value={outcome.departmentId} onChange={(departmentId) => set(outcome.key, { departmentId })} />
              <TextField name={`outcomes.${at}.dueAt`} optional type="date" width="short" label={t('write.when')} value={outcome.dueAt} onChange={(dueAt) => set(outcome.key, { dueAt })} />
              <Picker name={`outcome-${at}`} number={at + 1} subjects={outcome.subjects} most={1} onChange={(subjects) => set(outcome.key, { subjects })} />
              <div><Button variant="quiet" label={t('write.removeOf', { number: at + 1 })} onClick={() => change({ outcomes: typed.outcomes.filter(({ key }) => key !== outcome.key) })}>{t('edit.remove')}</Button></div>
            </Card>
          ))}
          {typed.outcomes.length < limits.outcomes && <div><Button variant="secondary" onClick={() => change({ outcomes: [...typed.outcomes, { key: crypto.randomUUID(), text: '', subjects: [], departmentId: department?.id ?? '', dueAt: '' }] })}>{t('write.add')}</Button></div>}
        </div>
      </Section>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <AskedButton act={t('write.publish')} variant="primary" yesVariant="primary" question={t('write.publishAsk')} yes={t('write.publishYes')} pending={pending} onYes={send}><p>{t('write.publishText')}</p></AskedButton>
      </FormActs>
    </Form>
  );
}
