import { agendaLimits, sittingForm } from '@isegoria/insights/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { BothLanguages, Button, Form, FormActs, Notice, type Problem, TextField, useAct, useEdited, useFocusBack, useWords } from '@isegoria/ui/web';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { SaveSittingMutation, SittingQuery, SittingsQuery, SittingViewQuery, type Sitting } from './documents';
import { draftOf, inputOf, isWritten, movedItem, newItem, type DraftItem } from './draft';
import { ItemFields, moveId, removeId } from './item-fields';
import styles from './sitting.module.css';

/** The sitting and its agenda in one form. */
export function SittingForm({ sitting }: { sitting: Sitting | null }) {
  const { t } = useWords('insights');
  const navigate = useNavigate();
  const asItIs = useMemo(() => draftOf(sitting), [sitting]);
  const { typed: draft, isOvertaken, change: set, forget } = useEdited(`sitting:${sitting?.id ?? 'new'}`, { start: asItIs, stands: sitting });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ item: DraftItem; at: number } | null>(null);
  const box = useFocusBack();
  const goTo = useRef<string | null>(null);
  // What is moved in the page loses the focus there.
  useEffect(() => {
    if (goTo.current) document.getElementById(goTo.current)?.focus();
    goTo.current = null;
  });
  const [save, { pending }] = useAct(SaveSittingMutation, { refresh: [SittingQuery, SittingsQuery, SittingViewQuery] });
  const setItem = (at: number, change: Partial<DraftItem>) => set({ items: draft.items.map((item, place) => (place === at ? { ...item, ...change } : item)) });

  const submit = async () => {
    const input = inputOf(draft, sitting);
    const found = problemsOf(sittingForm, input);
    setProblems(found);
    if (found.length > 0) return;
    const answer = (await save({ input: { ...input, startsAt: input.startsAt.toISOString() } }))?.saveSitting;
    if (answer?.__typename === 'Invalid') setProblems(answer.problems as Problem[]);
    setRefused(answer?.__typename === 'NotAllowed' ? answer.reason : null);
    // Where it was overtaken, the sitting as it is now comes by itself, and what was written stays.
    if (answer?.__typename !== 'SittingSaved') return;
    forget();
    await navigate(`/council/sittings/${answer.sitting.id}`);
  };
  const move = (at: number, by: 1 | -1) => {
    const place = at + by;
    const isLast = by === 1 ? place === draft.items.length - 1 : place === 0;
    goTo.current = moveId(draft.items[at], isLast ? (by === 1 ? -1 : 1) : by);
    set({ items: movedItem(draft.items, at, by) });
  };
  const remove = (item: DraftItem, at: number) => {
    setRemoved(isWritten(item) ? { item, at } : null);
    set({ items: draft.items.filter((one) => one !== item) });
  };
  const bringBack = ({ item, at }: { item: DraftItem; at: number }) => {
    setRemoved(null);
    goTo.current = removeId(item);
    set({ items: draft.items.toSpliced(at, 0, item) });
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
      <BothLanguages name="title" label={t('edit.titleEl')} labelEn={t('edit.titleEn')} value={draft.title} onChange={(title) => set({ title })} />
      <TextField name="place" label={t('edit.place')} value={draft.place} onChange={(place) => set({ place })} />
      <TextField name="startsAt" label={t('edit.startsAt')} type="datetime-local" width="medium" value={draft.startsAt} onChange={(startsAt) => set({ startsAt })} />
      <h2>{t('sitting.agenda')}</h2>
      <div ref={box} className={styles.fields}>
        {draft.items.map((item, at) => (
          <ItemFields
            key={item.key}
            item={item}
            at={at}
            of={draft.items.length}
            onChange={(change) => setItem(at, change)}
            onMove={(by) => move(at, by)}
            onRemove={() => remove(item, at)}
          />
        ))}
        {removed && (
          <Notice live title={t('edit.removed', { title: removed.item.title.el || removed.item.title.en || t('edit.item', { number: removed.at + 1 }) })}>
            <Button variant="secondary" onClick={() => bringBack(removed)}>
              {t('edit.bringBack')}
            </Button>
          </Notice>
        )}
        {draft.items.length < agendaLimits.items && (
          <div>
            <Button variant="secondary" onClick={() => set({ items: [...draft.items, newItem()] })}>
              {t('edit.addItem')}
            </Button>
          </div>
        )}
      </div>
      {refused && <Notice tone="problem" live title={t(`sitting.refused.${refused}`)} />}
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
