import { useMe } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { useCity } from '@isegoria/organisation/web';
import { panelDraft, panelLimits as limits, publicProblems } from '@isegoria/panels/contracts';
import { dimensions } from '@isegoria/statistics/contracts';
import { BothLanguages, Button, CheckboxGroup, Form, FormActs, NotSaved, type Problem, refusalText, sayOnArrival, Select, TextField, useAct, useEdited, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { DeskDocument, PanelDocument, PanelsDocument, SaveDocument, type ShownPanel } from '../documents';
import styles from '../panels.module.css';
import { formOf, type Typed } from './typed';

interface EditFormProps {
  id: string;
  /** As the city has it; null for a new one. */
  stands: ShownPanel | null;
  start: Typed;
  onTouch?(): void;
  onSaved?(): void;
}

/** The call of a panel: its words, its seats, in what it is to be like the city, and by which public numbers it is drawn. What is typed stays in this tab until it is saved. */
export function EditForm({ id, stands, start, onTouch, onSaved }: EditFormProps) {
  const words = useWords('panels');
  const { t } = words;
  const navigate = useNavigate();
  const { is } = useMe();
  const { offered } = useCity();
  const [search] = useSearchParams();
  const { typed, isOvertaken, change, forget } = useEdited<Typed>(`panel:${id}`, { start, stands, onTouch });
  // Who comes from a publication that was refused sees what is missing.
  const [problems, setProblems] = useState<readonly Problem[]>(() => (search.has('missing') ? publicProblems(formOf(typed), new Date()) : []));
  const [refused, setRefused] = useState<string | null>(null);
  const [save, { pending }] = useAct(SaveDocument, { refresh: [PanelDocument, PanelsDocument, DeskDocument] });
  const send = async () => {
    setRefused(null);
    const form = formOf(typed);
    const wrong = problemsOf(panelDraft, form);
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = (await save({ id, revision: typed.revision, input: { ...form, closesAt: form.closesAt?.toISOString() ?? null, drawsAt: form.drawsAt?.toISOString() ?? null } }))?.savePanel;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename !== 'PanelSaved') return setRefused(refusalText(words, result.reason));
    forget();
    onSaved?.();
    sayOnArrival(t('edit.savedDraft'));
    await navigate(`/panels/${id}`);
  };
  return (
    <Form words="panels" label={t('edit.title')} problems={problems} onSubmit={() => void send()}>
      <NotSaved refused={refused} overtaken={isOvertaken && t('refused.changed')} onAnew={forget} />
      <BothLanguages name="title" label={t('field.title')} labelEn={t('field.titleEn')} hint={t('edit.titleHint')} value={typed.title} onChange={(title) => change({ title })} />
      <BothLanguages name="text" label={t('field.text')} labelEn={t('field.textEn')} hint={t('edit.textHint')} rows={6} limit={limits.text} value={typed.text} onChange={(text) => change({ text })} />
      {is('administrator') && <Select name="departmentId" label={t('field.departmentId')} placeholder={t('edit.pick')} choices={offered('departments', typed.departmentId)} value={typed.departmentId} onChange={(departmentId) => change({ departmentId })} />}
      <TextField name="seats" width="short" inputMode="numeric" label={t('field.seats')} value={typed.seats} onChange={(seats) => change({ seats })} />
      <CheckboxGroup
        name="balance" label={t('field.balance')} hint={t('edit.balanceHint')} choices={dimensions.map((value) => ({ value, label: t(`facts.balance_${value}`) }))}
        chosen={typed.balance} onChange={(chosen) => change({ balance: dimensions.filter((trait) => chosen.includes(trait)) })}
      />
      <CheckboxGroup name="districtIds" optional label={t('field.districtIds')} hint={t('edit.districtsHint')} choices={offered('districts')} chosen={typed.districtIds} onChange={(districtIds) => change({ districtIds })} />
      <TextField name="minimumAge" optional width="short" inputMode="numeric" label={t('field.minimumAge')} value={typed.minimumAge} onChange={(minimumAge) => change({ minimumAge })} />
      <TextField name="closesAt" type="datetime-local" width="medium" label={t('field.closesAt')} hint={t('edit.closesHint', { count: limits.leastDays })} value={typed.closesAt} onChange={(closesAt) => change({ closesAt })} />
      <BothLanguages name="source" label={t('field.source')} labelEn={t('field.sourceEn')} hint={t('edit.sourceHint')} rows={3} limit={limits.source} value={typed.source} onChange={(source) => change({ source })} />
      <TextField name="drawsAt" type="datetime-local" width="medium" label={t('field.drawsAt')} hint={t('edit.drawsHint')} value={typed.drawsAt} onChange={(drawsAt) => change({ drawsAt })} />
      <TextField name="answerDays" width="short" inputMode="numeric" label={t('field.answerDays')} value={typed.answerDays} onChange={(answerDays) => change({ answerDays })} />
      <FormActs>
        <Button type="submit" pending={pending}>{t('edit.saveDraft')}</Button>
        <p className={styles.quiet}>{t('edit.next')}</p>
      </FormActs>
    </Form>
  );
}
