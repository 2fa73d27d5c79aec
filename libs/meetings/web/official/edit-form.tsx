import { useMe } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { meetingDraft, meetingKinds, meetingLimits as limits, meetingPublic } from '@isegoria/meetings/contracts';
import { useCity } from '@isegoria/organisation/web';
import { BothLanguages, Button, Checkbox, CheckboxGroup, Form, FormActs, NotSaved, type Problem, RadioGroup, refusalText, sayOnArrival, Section, Select, TextField, useAct, useEdited, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { DeskDocument, MeetingDocument, MeetingsDocument, SaveMeetingDocument, type ShownMeeting } from '../documents';
import styles from '../meetings.module.css';
import { ItemsField } from './items-field';
import { formOf, type Typed } from './typed';

interface EditFormProps {
  id: string;
  /** As the city has it; null for a new one. */
  stands: ShownMeeting | null;
  start: Typed;
  onTouch?(): void;
  onSaved?(): void;
}

/** The words of a meeting, its place and time, who may come, and what is talked about. What is typed stays in this tab until it is saved. */
export function EditForm({ id, stands, start, onTouch, onSaved }: EditFormProps) {
  const words = useWords('meetings');
  const { t } = words;
  const navigate = useNavigate();
  const { is } = useMe();
  const { offered } = useCity();
  const [search] = useSearchParams();
  const { typed, isOvertaken, change, forget } = useEdited<Typed>(`meeting:${id}`, { start, stands, onTouch });
  const isPublic = stands !== null && stands.stage !== 'draft';
  // Who comes from an announcement that was refused sees what is missing.
  const [problems, setProblems] = useState<readonly Problem[]>(() => (search.has('missing') ? problemsOf(meetingPublic, formOf(typed)) : []));
  const [refused, setRefused] = useState<string | null>(null);
  const [save, { pending }] = useAct(SaveMeetingDocument, { refresh: [MeetingDocument, MeetingsDocument, DeskDocument] });

  const send = async () => {
    setRefused(null);
    const form = formOf(typed);
    const wrong: Problem[] = [...problemsOf(meetingDraft, form), ...(isPublic ? problemsOf(meetingPublic, form) : [])];
    setProblems(wrong);
    if (wrong.length > 0) return;
    const { startsAt, endsAt, registerUntil, ...rest } = form;
    const at = (moment: Date | null) => moment?.toISOString() ?? null;
    const result = (await save({ id, revision: typed.revision, input: { ...rest, startsAt: at(startsAt), endsAt: at(endsAt), registerUntil: at(registerUntil) } }))?.saveMeeting;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename !== 'MeetingSaved') return setRefused(refusalText(words, result.reason));
    forget();
    onSaved?.();
    sayOnArrival(t(isPublic ? 'edit.saved' : 'edit.savedDraft'));
    await navigate(`/meetings/${id}`);
  };
  return (
    <Form words="meetings" label={t('edit.title')} problems={problems} onSubmit={() => void send()}>
      <NotSaved refused={refused} overtaken={isOvertaken && t('refused.changed')} onAnew={forget} />
      <Select name="kind" label={t('field.kind')} choices={meetingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} value={typed.kind} onChange={(value) => change({ kind: meetingKinds.find((one) => one === value) ?? typed.kind })} />
      <BothLanguages name="title" label={t('field.title')} labelEn={t('field.titleEn')} value={typed.title} onChange={(title) => change({ title })} />
      <BothLanguages name="text" label={t('field.textEl')} labelEn={t('field.textEn')} hint={t('edit.textHint')} rows={5} limit={limits.text} value={typed.text} onChange={(text) => change({ text })} />
      {is('administrator', 'clerk') && <Select name="departmentId" label={t('field.departmentId')} placeholder={t('edit.pick')} choices={offered('departments', typed.departmentId)} value={typed.departmentId} onChange={(departmentId) => change({ departmentId })} />}
      <CheckboxGroup name="districtIds" optional label={t('field.districtIds')} hint={t('edit.districtsHint')} choices={offered('districts')} chosen={typed.districtIds} onChange={(districtIds) => change({ districtIds })} />
      <Section title={t('edit.where')}>
        <div className={styles.stack}>
          <BothLanguages name="venue.address" label={t('field.address')} labelEn={t('field.addressEn')} hint={t('edit.addressHint')} value={typed.address} onChange={(address) => change({ address })} />
          <Checkbox name="isStepFree" label={t('facts.stepFree')} checked={typed.isStepFree} onChange={(isStepFree) => change({ isStepFree })} />
          <Checkbox name="hasHearingLoop" label={t('facts.hearingLoop')} checked={typed.hasHearingLoop} onChange={(hasHearingLoop) => change({ hasHearingLoop })} />
          <Checkbox name="hasSignLanguage" label={t('facts.signLanguage')} checked={typed.hasSignLanguage} onChange={(hasSignLanguage) => change({ hasSignLanguage })} />
          <TextField name="joinUrl" optional type="url" label={t('field.joinUrl')} hint={t('edit.joinHint')} value={typed.joinUrl} onChange={(joinUrl) => change({ joinUrl })} />
        </div>
      </Section>
      <Section title={t('edit.when')}>
        <div className={styles.stack}>
          {isPublic ? (
            <p>{t('edit.dayIsFixed')}</p>
          ) : (
            <>
              <TextField name="startsAt" type="datetime-local" width="medium" label={t('field.startsAt')} value={typed.startsAt} onChange={(startsAt) => change({ startsAt })} />
              <TextField name="endsAt" type="datetime-local" width="medium" label={t('field.endsAt')} value={typed.endsAt} onChange={(endsAt) => change({ endsAt })} />
            </>
          )}
          <TextField name="places" optional width="short" inputMode="numeric" label={t('field.places')} hint={t('edit.placesHint')} value={typed.places} onChange={(places) => change({ places })} />
          <TextField name="registerUntil" optional type="datetime-local" width="medium" label={t('field.registerUntil')} hint={t('edit.untilHint')} value={typed.registerUntil} onChange={(registerUntil) => change({ registerUntil })} />
        </div>
      </Section>
      <Section title={t('page.agenda')}>
        <ItemsField items={typed.items} onChange={(items) => change({ items })} />
      </Section>
      <Section title={t('edit.room')}>
        <div className={styles.stack}>
          <RadioGroup
            name="room.questions" label={t('field.questions')} value={typed.questions} onChange={(value) => change({ questions: value === 'wait' ? 'wait' : 'public' })}
            choices={[{ value: 'public', label: t('edit.atOnce') }, { value: 'wait', label: t('edit.waits') }]}
          />
          <TextField name="room.perPerson" width="short" inputMode="numeric" label={t('field.perPerson')} value={typed.perPerson} onChange={(perPerson) => change({ perPerson })} />
          <TextField name="room.answerDays" width="short" inputMode="numeric" label={t('field.answerDays')} hint={t('edit.answerDaysHint')} value={typed.answerDays} onChange={(answerDays) => change({ answerDays })} />
          <Checkbox name="room.hasOpinions" label={t('edit.opinions')} hint={t('edit.opinionsHint')} checked={typed.hasOpinions} onChange={(hasOpinions) => change({ hasOpinions })} />
        </div>
      </Section>
      <FormActs>
        <Button type="submit" pending={pending}>{t(isPublic ? 'edit.save' : 'edit.saveDraft')}</Button>
        {!isPublic && <p className={styles.small}>{t('edit.next')}</p>}
      </FormActs>
    </Form>
  );
}
