import { type Localized, problemsOf } from '@isegoria/kernel/contracts';
import { useCity } from '@isegoria/organisation/web';
import { requestLimits as limits, serviceInput } from '@isegoria/requests/contracts';
import { announce, Button, Checkbox, Form, FormActs, Notice, type Problem, Select, TextField, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { type Service, ServicesDocument } from '../../documents';
import { BothFields } from './both-fields';
import { SaveServiceDocument } from '../documents';
import { QuestionsField } from './questions-field';
import { refusalText } from '../refusal-text';
import { fieldsOf, typedFrom, type TypedService } from './typed-service';

interface ServiceFormProps {
  service: Service | null;
  /** The headings that there are: a new service goes under one of them, or makes another. */
  groups: readonly Localized[];
  onClose(): void;
}

/** One service of the catalogue. */
export function ServiceForm({ service, groups, onClose }: ServiceFormProps) {
  const words = useWords('requests');
  const { t, lt } = words;
  const { offered } = useCity();
  const [typed, setTyped] = useState(() => typedFrom(service));
  // The list behind the form keeps up with others; what was read when it was opened stays.
  const [revision] = useState(service?.revision ?? null);
  const [isNewGroup, setNewGroup] = useState(groups.length === 0);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [save, { pending }] = useAct(SaveServiceDocument, { refresh: [ServicesDocument] });
  const change = (part: Partial<TypedService>) => setTyped((before) => ({ ...before, ...part }));
  const title = service ? lt(service.name) : t('catalogue.add');

  const send = async () => {
    setRefused(null);
    const fields = fieldsOf(typed);
    const wrong = problemsOf(serviceInput, fields).map((problem) => (problem.field === 'departmentId' && typed.departmentId === '' ? { ...problem, code: 'required' as const } : problem));
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = (await save({ input: { id: service?.id ?? null, revision, ...fields } }))?.saveRequestService;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if ('reason' in result) return setRefused(refusalText(words, result.reason));
    announce(t('catalogue.saved', { name: lt(fields.name) }));
    onClose();
  };
  return (
    <Form words="requests" summary="here" label={title} problems={problems} onSubmit={() => void send()}>
      <BothFields name="name" label={t('catalogue.name')} hint={t('catalogue.nameHint')} value={typed.name} onChange={(name) => change({ name })} />
      {groups.length > 0 && (
        <Select
          name="heading" label={t('catalogue.group')} placeholder={t('catalogue.newGroup')} choices={groups.map((group) => ({ value: group.el, label: lt(group) }))} value={isNewGroup ? '' : typed.group.el}
          onChange={(chosen) => {
            setNewGroup(chosen === '');
            change({ group: groups.find(({ el }) => el === chosen) ?? { el: '', en: '' } });
          }}
        />
      )}
      {(isNewGroup || !groups.some(({ el }) => el === typed.group.el)) && <BothFields name="group" label={t('catalogue.groupName')} value={typed.group} onChange={(group) => change({ group })} />}
      <BothFields name="description" optional rows={3} limit={limits.serviceDescription} label={t('catalogue.description')} hint={t('catalogue.descriptionHint')} value={typed.description} onChange={(description) => change({ description })} />
      <TextField name="keywords" optional label={t('catalogue.keywords')} hint={t('catalogue.keywordsHint')} value={typed.keywords} onChange={(keywords) => change({ keywords })} />
      <Select
        name="departmentId" label={t('catalogue.department')} hint={service ? t('catalogue.departmentHint') : undefined} placeholder={t('desk.choose')} choices={offered('departments', service?.department.id)} value={typed.departmentId}
        onChange={(departmentId) => change({ departmentId })}
      />
      <TextField name="days" width="short" inputMode="numeric" label={t('catalogue.days')} hint={t('catalogue.daysHint')} value={typed.days} onChange={(days) => change({ days })} />
      <TextField name="nearMetres" width="short" inputMode="numeric" label={t('catalogue.near')} hint={t('catalogue.nearHint')} value={typed.nearMetres} onChange={(nearMetres) => change({ nearMetres })} />
      <BothFields name="notice" optional rows={2} limit={limits.notice} label={t('catalogue.notice')} hint={t('catalogue.noticeHint')} value={typed.notice} onChange={(notice) => change({ notice })} />
      <QuestionsField questions={typed.questions} kept={service?.questions ?? []} onChange={(questions) => change({ questions })} />
      <Checkbox name="isPrivate" label={t('catalogue.isPrivate')} hint={t('catalogue.isPrivateHint')} checked={typed.isPrivate} onChange={(isPrivate) => change({ isPrivate })} />
      <Checkbox name="waits" label={t('catalogue.waits')} hint={t('catalogue.waitsHint')} checked={typed.waits} onChange={(waits) => change({ waits })} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('catalogue.save')}</Button>
        <Button variant="quiet" onClick={onClose}>{t('ui:cancel')}</Button>
      </FormActs>
    </Form>
  );
}
