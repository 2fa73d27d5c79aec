import { useMe } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { useCity } from '@isegoria/organisation/web';
import { leastDays, publicProblems, surveyDraft, surveyLimits as limits } from '@isegoria/surveys/contracts';
import { BothLanguages, Button, Form, FormActs, NotSaved, type Problem, RadioGroup, refusalText, sayOnArrival, Section, Select, TextField, useAct, useEdited, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { DeskDocument, SaveDocument, SectionsDocument, SurveyDocument, SurveysDocument } from '../documents';
import { ChannelFields } from './channel-fields';
import { ElectorateFields } from './electorate-fields';
import styles from './official.module.css';
import { SectionsField } from './sections-field';
import { toldProblems } from './told-problems';
import { type EditedSurvey, formOf, type Typed } from './typed';

interface EditFormProps {
  id: string;
  /** As the city has it; null for a new one. */
  stands: EditedSurvey | null;
  start: Typed;
  onTouch?(): void;
  onSaved?(): void;
}

/** The words of a survey, whom it asks, its dates and its questions. What is typed stays in this tab until it is saved. */
export function EditForm({ id, stands, start, onTouch, onSaved }: EditFormProps) {
  const words = useWords('surveys');
  const { t } = words;
  const navigate = useNavigate();
  const { is } = useMe();
  const { offered } = useCity();
  const [search] = useSearchParams();
  const { typed, isOvertaken, change, forget } = useEdited<Typed>(`survey:${id}`, { start, stands, onTouch });
  const isPublic = stands !== null && stands.status !== 'draft';
  // Who comes from a publication that was refused sees what is missing.
  const [problems, setProblems] = useState<readonly Problem[]>(() => (search.has('missing') ? toldProblems(publicProblems(formOf(typed), new Date())) : []));
  const [refused, setRefused] = useState<string | null>(null);
  const [save, { pending }] = useAct(SaveDocument, { refresh: [SurveyDocument, SectionsDocument, SurveysDocument, DeskDocument] });

  const send = async () => {
    setRefused(null);
    const form = formOf(typed);
    const wrong = isPublic ? publicProblems(form, new Date()) : problemsOf(surveyDraft, form);
    setProblems(toldProblems(wrong));
    if (wrong.length > 0) return;
    const { opensAt, closesAt, ...rest } = form;
    const result = (await save({ id, revision: typed.revision, input: { ...rest, opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null } }))?.saveSurvey;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(toldProblems(result.problems));
    if (result.__typename !== 'SurveySaved') return setRefused(refusalText(words, result.reason));
    forget();
    onSaved?.();
    sayOnArrival(t(isPublic ? 'edit.saved' : 'edit.savedDraft'));
    await navigate(`/surveys/${id}`);
  };
  return (
    <Form words="surveys" label={t('edit.title')} problems={problems} onSubmit={() => void send()}>
      <NotSaved refused={refused} overtaken={isOvertaken && t('refused.changed')} onAnew={forget} />
      <BothLanguages name="title" label={t('field.title')} labelEn={t('field.titleEn')} hint={t('edit.titleHint')} value={typed.title} onChange={(title) => change({ title })} />
      <BothLanguages name="purpose" label={t('field.purpose')} labelEn={t('field.purposeEn')} hint={t('edit.purposeHint')} rows={4} limit={limits.purpose} value={typed.purpose} onChange={(purpose) => change({ purpose })} />
      <BothLanguages name="use" label={t('field.use')} labelEn={t('field.useEn')} hint={t('edit.useHint')} rows={3} limit={limits.use} value={typed.use} onChange={(use) => change({ use })} />
      {is('administrator') && <Select name="departmentId" label={t('field.departmentId')} placeholder={t('edit.pick')} choices={offered('departments', typed.departmentId)} value={typed.departmentId} onChange={(departmentId) => change({ departmentId })} />}
      <ElectorateFields typed={typed} onChange={change} />
      <ChannelFields typed={typed} onChange={change} />
      <TextField name="opensAt" optional type="datetime-local" width="medium" label={t('field.opensAt')} hint={t('edit.opensHint')} value={typed.opensAt} onChange={(opensAt) => change({ opensAt })} />
      <TextField name="closesAt" type="datetime-local" width="medium" label={t('field.closesAt')} hint={t('edit.closesHint', { count: leastDays })} value={typed.closesAt} onChange={(closesAt) => change({ closesAt })} />
      <RadioGroup
        name="isLive" label={t('field.isLive')} value={typed.isLive ? 'live' : 'end'} onChange={(value) => change({ isLive: value === 'live' })}
        choices={[{ value: 'live', label: t('facts.live') }, { value: 'end', label: t('facts.atEnd') }]}
      />
      <RadioGroup
        name="publishesWords" label={t('field.publishesWords')} hint={t('edit.wordsHint')} value={typed.publishesWords ? 'public' : 'kept'} onChange={(value) => change({ publishesWords: value === 'public' })}
        choices={[{ value: 'kept', label: t('facts.wordsKept') }, { value: 'public', label: t('facts.wordsPublic') }]}
      />
      <Section title={t('edit.questions')}>
        <SectionsField sections={typed.sections} problems={problems} onChange={(sections) => change({ sections })} />
      </Section>
      <FormActs>
        <Button type="submit" pending={pending}>{t(isPublic ? 'edit.save' : 'edit.saveDraft')}</Button>
        <p className={styles.quiet}>{t('edit.next')}</p>
      </FormActs>
    </Form>
  );
}
