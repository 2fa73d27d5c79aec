import { agendaLimits, sittingForm } from '@isegoria/insights/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Form, FormActs, Notice, TextField, useAct, useKept, useWords, type Problem } from '@isegoria/ui/web';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { SaveSittingMutation, SittingQuery, SittingsQuery, SittingViewQuery, type Sitting } from './documents';
import { draftOf, inputOf, movedItem, newItem, type Draft, type DraftItem } from './draft';
import { ItemFields } from './item-fields';

/** The sitting and its agenda in one form. */
export function SittingForm({ sitting }: { sitting: Sitting | null }) {
  const { t } = useWords('insights');
  const navigate = useNavigate();
  const asItIs = useMemo(() => draftOf(sitting), [sitting]);
  const [kept, keep, forget] = useKept<Draft | null>(`sitting:${sitting?.id ?? 'new'}`, null);
  const draft = kept ?? asItIs;
  const isOvertaken = draft.revision !== asItIs.revision;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [save, { pending }] = useAct(SaveSittingMutation, { refresh: [SittingQuery, SittingsQuery, SittingViewQuery] });
  const set = (change: Partial<Draft>) => keep({ ...draft, ...change });
  const setItem = (at: number, change: Partial<DraftItem>) => set({ items: draft.items.map((item, place) => (place === at ? { ...item, ...change } : item)) });

  const submit = async () => {
    const input = inputOf(draft, sitting);
    const found = problemsOf(sittingForm, input);
    setProblems(found);
    if (found.length > 0) return;
    const answer = (await save({ input: { ...input, startsAt: input.startsAt.toISOString() } }))?.saveSitting;
    if (answer?.__typename === 'Invalid') setProblems(answer.problems as Problem[]);
    // Where it was overtaken, the sitting as it is now comes by itself, and what was written stays.
    if (answer?.__typename !== 'SittingSaved') return;
    forget();
    await navigate(`/council/sittings/${answer.sitting.id}`);
  };
  const leave = () => {
    forget();
    void navigate(sitting ? `/council/sittings/${sitting.id}` : '/council/sittings');
  };
  return (
    <Form words="insights" problems={problems} onSubmit={() => void submit()}>
      {isOvertaken && (
        <Notice tone="warning" live title={t('edit.overtaken')}>
          <p>{t('edit.overtakenHint')}</p>
          <Button variant="quiet" onClick={forget}>
            {t('edit.startAnew')}
          </Button>
        </Notice>
      )}
      <TextField name="title.el" label={t('edit.titleEl')} value={draft.title.el} onChange={(el) => set({ title: { ...draft.title, el } })} />
      <TextField name="title.en" label={t('edit.titleEn')} optional value={draft.title.en} onChange={(en) => set({ title: { ...draft.title, en } })} />
      <TextField name="place" label={t('edit.place')} value={draft.place} onChange={(place) => set({ place })} />
      <TextField name="startsAt" label={t('edit.startsAt')} type="datetime-local" width="medium" value={draft.startsAt} onChange={(startsAt) => set({ startsAt })} />
      <h2>{t('sitting.agenda')}</h2>
      {draft.items.map((item, at) => (
        <ItemFields
          key={item.key}
          item={item}
          at={at}
          of={draft.items.length}
          onChange={(change) => setItem(at, change)}
          onMove={(by) => set({ items: movedItem(draft.items, at, by) })}
          onRemove={() => set({ items: draft.items.filter((one) => one !== item) })}
        />
      ))}
      {draft.items.length < agendaLimits.items && (
        <div>
          <Button variant="secondary" onClick={() => set({ items: [...draft.items, newItem()] })}>
            {t('edit.addItem')}
          </Button>
        </div>
      )}
      <FormActs>
        <Button type="submit" pending={pending}>
          {t('edit.save')}
        </Button>
        <Button variant="quiet" onClick={leave}>
          {t('edit.leave')}
        </Button>
      </FormActs>
    </Form>
  );
}
