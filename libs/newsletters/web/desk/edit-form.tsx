import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { newsletterForm, newsletterLimits, pathOf } from '@isegoria/newsletters/contracts';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { useCity } from '@isegoria/organisation/web';
import { announce, Button, Card, CheckboxGroup, Form, FormActs, NotSaved, TextArea, TextField, useAct, useEdited, useWords } from '@isegoria/ui/web';
import { DeskDocument, type Draft, DraftDocument, SaveNewsletter } from '../documents';

/** A letter as it stands in the fields. */
const typedOf = (draft: Draft | null) => ({
  titleEl: draft?.title.el ?? '', titleEn: draft?.title.en ?? '', textEl: draft?.text.el ?? '', textEn: draft?.text.en ?? '', paths: draft?.paths.join('\n') ?? '', districtIds: draft?.audience.districtIds ?? [], categoryIds: draft?.audience.categoryIds ?? [],
  revision: draft?.revision ?? null,
});
type Typed = ReturnType<typeof typedOf>;

const inputOf = ({ titleEl, titleEn, textEl, textEn, paths, districtIds, categoryIds }: Typed) => ({
  title: { el: titleEl, en: titleEn }, text: { el: textEl, en: textEn }, paths: paths.split('\n').filter((line) => line.trim()).map((line) => pathOf(line, location.origin)), districtIds, categoryIds,
});

/** Which field a problem stands at; of the addresses it is the one field that holds them all. */
const shownAt = ({ field, ...problem }: FieldProblem): FieldProblem => ({ ...problem, field: field.startsWith('paths') ? 'paths' : field });

interface EditFormProps {
  id: string;
  /** As it was saved last; null for a new one. */
  draft: Draft | null;
  onTouch?(isTouched: boolean): void;
}

/** The words of a letter, what it points to and for whom it is. */
export function EditForm({ id, draft, onTouch }: EditFormProps) {
  const { t } = useWords('newsletters');
  const { offered } = useCity();
  const navigate = useNavigate();
  const start = typedOf(draft);
  const { typed, isOvertaken, change, forget } = useEdited<Typed>(`newsletter:${draft ? id : 'new'}`, { start, stands: draft });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [said, setSaid] = useState('');
  const [save, { pending }] = useAct(SaveNewsletter, { refresh: [DraftDocument, DeskDocument] });
  const isTouched = JSON.stringify(typed) !== JSON.stringify(start);
  useEffect(() => onTouch?.(isTouched), [isTouched, onTouch]);
  const submit = async () => {
    const input = inputOf(typed);
    const wrong = problemsOf(newsletterForm, input).map(shownAt);
    setProblems(wrong);
    setSaid('');
    const answer = wrong.length === 0 && (await save({ id, revision: typed.revision, input }));
    if (!answer) return;
    const { saveNewsletter: outcome } = answer;
    if (outcome.__typename === 'Invalid') return setProblems((outcome.problems as FieldProblem[]).map(shownAt));
    if (outcome.__typename === 'NotAllowed') return setSaid(t(`refused.${outcome.reason}`));
    forget();
    announce(t('edit.saved'));
    if (!draft) void navigate(`/newsletters/desk/${id}`, { replace: true });
  };
  const startAnew = () => {
    setSaid('');
    setProblems([]);
    forget();
  };
  const limits = newsletterLimits;
  return (
    <Card>
      <NotSaved refused={said} overtaken={isOvertaken && t('refused.changed')} onAnew={startAnew} />
      <Form words="newsletters" problems={problems} onSubmit={() => void submit()}>
        <TextField name="title.el" label={t('field.title.el')} value={typed.titleEl} onChange={(titleEl) => change({ titleEl })} />
        <TextArea name="text.el" label={t('field.text.el')} hint={t('hint.text')} rows={12} limit={limits.text} value={typed.textEl} onChange={(textEl) => change({ textEl })} />
        <TextField name="title.en" optional label={t('field.title.en')} hint={t('hint.english')} value={typed.titleEn} onChange={(titleEn) => change({ titleEn })} />
        <TextArea name="text.en" optional label={t('field.text.en')} rows={8} limit={limits.text} value={typed.textEn} onChange={(textEn) => change({ textEn })} />
        <TextArea name="paths" optional label={t('field.paths')} hint={t('hint.paths')} rows={3} value={typed.paths} onChange={(paths) => change({ paths })} />
        <CheckboxGroup name="districtIds" optional label={t('field.districtIds')} hint={t('hint.districtIds')} choices={offered('districts')} chosen={typed.districtIds} onChange={(districtIds) => change({ districtIds })} />
        <CheckboxGroup name="categoryIds" optional label={t('field.categoryIds')} hint={t('hint.categoryIds')} choices={offered('categories')} chosen={typed.categoryIds} onChange={(categoryIds) => change({ categoryIds })} />
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('edit.save')}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
