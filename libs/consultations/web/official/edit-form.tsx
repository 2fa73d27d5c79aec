import { consultationDraft, consultationLimits as limits, leastDays, publicProblems, savings } from '@isegoria/consultations/contracts';
import { useMe } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { useCity } from '@isegoria/organisation/web';
import { BothLanguages, Button, Form, FormActs, NotSaved, type Problem, RadioGroup, refusalText, sayOnArrival, Section, Select, TextField, useAct, useEdited, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ConsultationDocument, ConsultationsDocument, DeskDocument, EditedDocument, type EditedConsultation, SaveDocument } from '../documents';
import { ArticlesField } from './articles-field';
import { DistrictsField } from './districts-field';
import { LinksField } from './links-field';
import styles from './official.module.css';
import { formOf, type Typed } from './typed';

interface EditFormProps {
  id: string;
  /** As the city has it; null for a new one. */
  stands: EditedConsultation | null;
  start: Typed;
  onTouch?(): void;
  onSaved?(): void;
}

/** The words of a consultation, its dates and its text. What is typed stays in this tab until it is saved. */
export function EditForm({ id, stands, start, onTouch, onSaved }: EditFormProps) {
  const words = useWords('consultations');
  const { t } = words;
  const navigate = useNavigate();
  const { is } = useMe();
  const { offered } = useCity();
  const [search] = useSearchParams();
  const { typed, isOvertaken, change, keep, forget } = useEdited<Typed>(`consultation:${id}`, { start, stands, onTouch });
  // Who comes from a publication that was refused sees what is missing.
  const [problems, setProblems] = useState<readonly Problem[]>(() => (search.has('missing') ? publicProblems(formOf(typed), new Date()) : []));
  const [refused, setRefused] = useState<string | null>(null);
  const [save, { pending }] = useAct(SaveDocument, { refresh: [ConsultationDocument, ConsultationsDocument, DeskDocument, EditedDocument] });

  const send = async () => {
    setRefused(null);
    const form = formOf(typed);
    const wrong = stands && stands.status !== 'draft' ? publicProblems(form, new Date()) : problemsOf(consultationDraft, form);
    setProblems(wrong);
    if (wrong.length > 0) return;
    const { opensAt, closesAt, articles: _, ...rest } = form;
    const dates = { opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null };
    let { revision } = typed;
    // A long text does not fit into one request: it goes in portions, each after the one before.
    for (const articles of savings(typed.articles, new Map(stands?.articles.map((one) => [one.id, one.body])))) {
      const result = (await save({ id, revision, input: { ...rest, ...dates, articles } }))?.saveConsultation;
      if (!result) return;
      if (result.__typename === 'Invalid') return setProblems(result.problems);
      if (result.__typename !== 'ConsultationSaved') return setRefused(refusalText(words, result.reason));
      revision = result.consultation.revision;
      keep({ ...typed, revision });
    }
    forget();
    onSaved?.();
    sayOnArrival(t(stands && stands.status !== 'draft' ? 'edit.saved' : 'edit.savedDraft'));
    await navigate(`/consultations/${id}`);
  };
  return (
    <Form words="consultations" label={t('edit.title')} problems={problems} onSubmit={() => void send()}>
      <NotSaved refused={refused} overtaken={isOvertaken && t('refused.changed')} onAnew={forget} />
      <BothLanguages name="title" label={t('field.title')} labelEn={t('field.titleEn')} hint={t('edit.titleHint')} value={typed.title} onChange={(title) => change({ title })} />
      <BothLanguages name="summary" label={t('field.summary')} labelEn={t('field.summaryEn')} hint={t('edit.summaryHint')} rows={5} limit={limits.summary} value={typed.summary} onChange={(summary) => change({ summary })} />
      {is('administrator') && <Select name="departmentId" label={t('field.departmentId')} placeholder={t('edit.pick')} choices={offered('departments', typed.departmentId)} value={typed.departmentId} onChange={(departmentId) => change({ departmentId })} />}
      <Select name="categoryId" optional label={t('field.categoryId')} placeholder={t('edit.none')} choices={offered('categories', typed.categoryId)} value={typed.categoryId} onChange={(categoryId) => change({ categoryId })} />
      <DistrictsField chosen={typed.districtIds} onChange={(districtIds) => change({ districtIds })} />
      <TextField name="opensAt" optional type="datetime-local" width="medium" label={t('field.opensAt')} hint={t('edit.opensHint')} value={typed.opensAt} onChange={(opensAt) => change({ opensAt })} />
      <TextField name="closesAt" type="datetime-local" width="medium" label={t('field.closesAt')} hint={t('edit.closesHint', { count: leastDays })} value={typed.closesAt} onChange={(closesAt) => change({ closesAt })} />
      <RadioGroup
        name="admission" label={t('field.admission')} value={typed.admission} onChange={(value) => change({ admission: value === 'public' ? 'public' : 'wait' })}
        choices={[{ value: 'wait', label: t('admission.wait') }, { value: 'public', label: t('admission.public') }]}
      />
      <LinksField links={typed.links} onChange={(links) => change({ links })} />
      <div className={styles.articles}>
        <Section title={t('edit.text')}>
          <ArticlesField articles={typed.articles} problems={problems} onChange={(articles) => change({ articles })} />
        </Section>
      </div>
      <FormActs>
        <Button type="submit" pending={pending}>
          {t(stands && stands.status !== 'draft' ? 'edit.save' : 'edit.saveDraft')}
        </Button>
        <p className={styles.quiet}>{t('edit.next')}</p>
      </FormActs>
    </Form>
  );
}
