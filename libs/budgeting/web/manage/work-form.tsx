import { budgetLimits } from '@isegoria/budgeting/contracts';
import { cityDay } from '@isegoria/kernel/contracts';
import { PictureInput, type UploadedPicture } from '@isegoria/files/web';
import { Button, Checkbox, FieldGroup, Form, FormActs, Notice, type Problem, Select, TextArea, TextField, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from '../budget.module.css';
import { ProjectDocument, ProjectsDocument, ReportWorkDocument, type ShownProject, type ShownWork } from '../documents';
import { centsTyped, eurosTyped } from './euros';
import { Refusal } from './refusal';
import { useChanges } from './use-changes';

interface Step {
  title: string;
  due: string;
  done: string;
}

/** Whether nothing of it stands: it goes from the list. */
const isEmpty = ({ title, due, done }: Step) => !title.trim() && !due && !done;

const states = ['planned', 'tendering', 'building', 'done'] as const;
const dayOf = (at: string | Date | null) => (at ? cityDay(new Date(at)) : '');
const noon = (day: string) => (day ? new Date(`${day}T12:00:00Z`).toISOString() : null);

/** What is told of the works, as it is typed. */
interface Report extends Pick<ShownWork, 'state'> {
  progress: string;
  spent: string;
  acts: string;
  steps: readonly Step[];
  text: string;
}

const reportOf = ({ state, progress, spent, acts, milestones }: ShownWork): Report => ({
  state, progress: String(progress), spent: eurosTyped(spent), acts: acts.map(({ ada }) => ada).join(' '),
  steps: milestones.map(({ title, dueAt, doneAt }) => ({ title, due: dayOf(dueAt), done: dayOf(doneAt) })), text: '',
});

/** How the works go, and what is told of it to those who follow. */
export function WorkForm({ project: { id }, work }: { project: ShownProject; work: ShownWork }) {
  const { t } = useWords('budgeting');
  const { typed, change, settle, isSettled } = useChanges(`work:${id}`, reportOf(work));
  const { state, progress, spent, acts, steps, text } = typed;
  const [pictures, setPictures] = useState<readonly UploadedPicture[]>([]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [report, { pending }] = useAct(ReportWorkDocument, { refresh: [ProjectDocument, ProjectsDocument] });
  const send = async () => {
    const cents = centsTyped(spent);
    const wrong: Problem[] = /^\d{1,3}$/.test(progress) ? [] : [{ field: 'progress', code: 'invalid' }];
    if (cents === null) wrong.push({ field: 'spent', code: 'invalid' });
    wrong.push(...steps.flatMap((step, at) => (isEmpty(step) || step.title.trim() ? [] : [{ field: `milestones.${at}.title`, code: 'required' }])));
    if (wrong.length > 0 || cents === null) return setProblems(wrong);
    const milestones = steps.filter((step) => !isEmpty(step)).map(({ title, due, done }) => ({ title, dueAt: noon(due), doneAt: noon(done) }));
    const fate = (await report({ input: { projectId: id, state, progress: Number(progress), spent: cents, milestones, acts: acts.split(/[\s,]+/).filter(Boolean), text, pictureIds: pictures.map((picture) => picture.id) } }))?.reportWork;
    if (!fate) return;
    setProblems(fate.__typename === 'Invalid' ? fate.problems : []);
    setRefused('reason' in fate ? fate.reason : null);
    if (fate.__typename !== 'BudgetProject') return;
    // What was told is told: left in the form, it would go out again with the next change.
    settle({ ...typed, text: '' });
    setPictures([]);
  };
  return (
    <Form words="budgeting" label={t('work.form')} problems={problems} onSubmit={() => void send()}>
      <Refusal reason={refused} />
      <Select name="state" label={t('work.stateLabel')} choices={states.map((value) => ({ value, label: t(`work.state.${value}`) }))} value={state} onChange={(value) => change({ state: states.find((one) => one === value) ?? state })} />
      <div className={styles.pair}>
        <TextField name="progress" label={t('work.progressLabel')} width="short" inputMode="numeric" value={progress} onChange={(percent) => change({ progress: percent })} />
        <TextField name="spent" label={t('work.spentLabel')} width="short" inputMode="decimal" value={spent} onChange={(euros) => change({ spent: euros })} />
      </div>
      <Steps steps={steps} onChange={(next) => change({ steps: next })} />
      <TextField name="acts" optional label={t('work.actsLabel')} hint={t('work.actsHint')} value={acts} onChange={(codes) => change({ acts: codes })} />
      <TextArea name="text" optional label={t('work.tell')} hint={t('work.tellHint')} rows={4} limit={budgetLimits.news} value={text} onChange={(news) => change({ text: news })} />
      <PictureInput name="pictureIds" optional most={budgetLimits.pictures} value={pictures} onChange={setPictures} />
      {isSettled && <Notice tone="done" live>{t('work.saved')}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('work.save')}</Button>
      </FormActs>
    </Form>
  );
}

function Steps({ steps, onChange }: { steps: readonly Step[]; onChange(steps: readonly Step[]): void }) {
  const { t } = useWords('budgeting');
  const change = (at: number, part: Partial<Step>) => onChange(steps.map((step, place) => (place === at ? { ...step, ...part } : step)));
  return (
    <FieldGroup id="milestones" label={t('work.milestones')} hint={t('work.stepsHint')} problem={null}>
      <div className={styles.steps}>
        {steps.map((step, at) => (
          <div key={at} className={styles.step}>
            <TextField name={`milestones.${at}.title`} label={t('work.step', { number: at + 1 })} value={step.title} onChange={(title) => change(at, { title })} />
            <TextField name={`milestones.${at}.dueAt`} type="date" width="short" optional label={t('work.due')} value={step.due} onChange={(due) => change(at, { due })} />
            <Checkbox name={`milestones.${at}.doneAt`} label={t('work.isDone', { number: at + 1 })} checked={step.done !== ''} onChange={(isDone) => change(at, { done: isDone ? dayOf(new Date()) : '' })} />
          </div>
        ))}
        {steps.length < budgetLimits.milestones && (
          <div>
            <Button variant="secondary" onClick={() => onChange([...steps, { title: '', due: '', done: '' }])}>{t('work.addStep')}</Button>
          </div>
        )}
      </div>
    </FieldGroup>
  );
}
