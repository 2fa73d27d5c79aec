import { useMe } from '@isegoria/identity/web';
import { PlaceInput, useCity } from '@isegoria/organisation/web';
import { BothLanguages, Button, type Fate, Form, FormActs, Notice, type Problem, refusalText, Section, Select, SubjectPicker, TextArea, TextField, useGraph, useWords } from '@isegoria/ui/web';
import { volunteerLimits as limits } from '@isegoria/volunteering/contracts';
import { type ReactNode, useState } from 'react';
import { FindOriginsDocument } from '../documents';
import styles from '../volunteering.module.css';
import { ShiftsField } from './shifts-field';
import { formOf, type Typed } from './typed';

type Filled = ReturnType<typeof formOf>;

/** What is sent: moments as text. */
export const sentOf = ({ shifts, ...rest }: Filled) => ({ ...rest, shifts: shifts.map((shift) => ({ ...shift, startsAt: shift.startsAt?.toISOString() ?? null, endsAt: shift.endsAt?.toISOString() ?? null })) });

interface CallFormProps {
  label: string;
  typed: Typed;
  /** Who proposes as a citizen names no department and nobody responsible. */
  isProposal: boolean;
  /** The shifts whose time stays. */
  fixed?: readonly string[];
  /** What is wrong from the beginning, for who comes to fill in what is missing. */
  wrong?: readonly Problem[];
  pending: boolean;
  act: string;
  note?: ReactNode;
  change(part: Partial<Typed> | ((before: Typed) => Partial<Typed>)): void;
  check(form: Filled): Problem[];
  send(form: Filled): Promise<Fate>;
  onSent(): Promise<void> | void;
}

/** The words of a call, where it is, what it grew from, and its shifts. An official and a citizen write the same. */
export function CallForm({ label, typed, isProposal, fixed = [], wrong = [], pending, act, note, change, check, send, onSent }: CallFormProps) {
  const words = useWords('volunteering');
  const { t } = words;
  const { is } = useMe();
  const { city, offered, departmentName } = useCity();
  const [problems, setProblems] = useState<readonly Problem[]>(wrong);
  const [refused, setRefused] = useState<string | null>(null);
  const departmentOf = (categoryId: string) => city?.categories.find(({ id }) => id === categoryId)?.departmentId ?? '';
  const submit = async () => {
    setRefused(null);
    const form = formOf(typed);
    const found = check(form);
    setProblems(found);
    if (found.length > 0) return;
    const fate = await send(form);
    if (!fate) return;
    if (fate.problems) return setProblems(fate.problems);
    if (fate.reason !== undefined || fate.retryAfterSeconds !== undefined) return setRefused(refusalText(words, fate.reason ?? 'tooMany'));
    await onSent();
  };
  return (
    <Form words="volunteering" label={label} problems={problems} onSubmit={() => void submit()}>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      {isProposal ? (
        <TextField name="title.el" lang="el" label={t('field.title')} hint={t('write.titleHint')} value={typed.title.el} onChange={(el) => change({ title: { ...typed.title, el } })} />
      ) : (
        <BothLanguages name="title" label={t('field.title')} labelEn={t('field.titleEn')} hint={t('write.titleHint')} value={typed.title} onChange={(title) => change({ title })} />
      )}
      {isProposal ? (
        <TextArea name="text.el" lang="el" label={t('field.textEl')} hint={t('write.textHint')} rows={5} limit={limits.text} value={typed.text.el} onChange={(el) => change({ text: { ...typed.text, el } })} />
      ) : (
        <BothLanguages name="text" label={t('field.textEl')} labelEn={t('field.textEn')} hint={t('write.textHint')} rows={5} limit={limits.text} value={typed.text} onChange={(text) => change({ text })} />
      )}
      <Select name="categoryId" label={t('field.categoryId')} placeholder={t('write.pick')} choices={offered('categories', typed.categoryId)} value={typed.categoryId} onChange={(categoryId) => change({ categoryId, ...(isProposal && { departmentId: departmentOf(categoryId) }) })} />
      {isProposal && typed.departmentId !== '' && <p className={styles.small}>{t('write.goesTo', { department: departmentName(typed.departmentId) })}</p>}
      {!isProposal && is('administrator') && <Select name="departmentId" label={t('field.departmentId')} placeholder={t('write.pick')} choices={offered('departments', typed.departmentId)} value={typed.departmentId} onChange={(departmentId) => change({ departmentId })} />}
      <PlaceInput name="place.label" label={t('field.place')} hint={t('write.placeHint')} value={typed.place} onChange={(to) => change((before) => ({ place: to(before.place) }))} />
      <Origin origins={typed.origins} onChange={(origins) => change({ origins })} />
      <Section title={t('page.shifts')}><ShiftsField shifts={typed.shifts} fixed={fixed} onChange={(shifts) => change({ shifts })} /></Section>
      {!isProposal && <TextField name="responsible" label={t('field.responsible')} hint={t('write.responsibleHint')} value={typed.responsible} onChange={(responsible) => change({ responsible })} />}
      <FormActs>
        <Button type="submit" pending={pending}>{act}</Button>
        {note && <p className={styles.small}>{note}</p>}
      </FormActs>
    </Form>
  );
}

/** What it grew from: a proposal, a project, an initiative, a request. */
function Origin({ origins, onChange }: { origins: Typed['origins']; onChange(origins: Typed['origins']): void }) {
  const { t } = useWords('volunteering');
  const says = {
    group: t('pick.group'), title: t('pick.title'), nothing: t('pick.nothing'), find: t('pick.find'), findHint: t('pick.findHint'), findAct: t('pick.findAct'), findLabel: t('pick.findLabel'), take: t('pick.take'), takeOff: t('pick.takeOff'), gone: t('pick.gone'),
    takeLabel: (title: string) => t('pick.takeLabel', { title }), takeOffLabel: (title: string) => t('pick.takeOffLabel', { title }), found: (count: number, words: string) => t('pick.found', { count, words }), kind: (kind: string) => t(`subject.${kind}`),
  };
  return <SubjectPicker name="origin" says={says} subjects={origins} most={1} onChange={onChange} useFound={useFound} />;
}

function useFound(words: string) {
  const { data, error, refetch } = useGraph(FindOriginsDocument, { words });
  return { data: data?.findVolunteerOrigins, error, refetch };
}
