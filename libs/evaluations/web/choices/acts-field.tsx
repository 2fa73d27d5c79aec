import { Button, Checkbox, FieldGroup, TextField, useField, useFocusBack, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { ActsToGroupDocument, type ActToGroup } from './choice-documents';
import styles from './acts-field.module.css';
import { titleOf } from '../titles';

export interface ChosenAct {
  id: string;
  title: string;
  ada: string;
}

interface ActsFieldProps {
  chosen: readonly ChosenAct[];
  /** What is looked for at the beginning. */
  search: string;
  /** The choice that is changed: its own acts are not taken. */
  ownId: string | null;
  onChange(acts: ChosenAct[]): void;
}

/** Which acts belong together: those that are chosen, and the ones that a search finds, each to be ticked. */
export function ActsField({ chosen, search, ownId, onChange }: ActsFieldProps) {
  const words = useWords('evaluations');
  const { t, lt, d } = words;
  const { id, problem } = useField({ name: 'actIds', label: t('field.actIds') });
  const [typed, setTyped] = useState(search);
  const [wanted, setWanted] = useState(search);
  const found = useGraph(ActsToGroupDocument, { search: wanted }, { enabled: wanted.trim() !== '', keepPrevious: true }).data?.decisions;
  const box = useFocusBack();
  const items = found?.items ?? [];
  // What was found stays in its place when it is ticked: nothing jumps under a finger.
  const elsewhere = chosen.filter((act) => !items.some((other) => other.id === act.id));
  const toggle = (act: ChosenAct, isOn: boolean) => onChange(isOn ? [...chosen, act] : chosen.filter((other) => other.id !== act.id));
  const whyNot = (act: ActToGroup) => (act.choice && act.choice.id !== ownId ? t('choice.inOther', { choice: lt(act.choice.title) }) : null);
  return (
    <div ref={box}>
      <FieldGroup id={id} label={t('field.actIds')} hint={t('choice.actsHint')} problem={problem}>
        {elsewhere.map((act) => (
          <Checkbox key={act.id} name={`act.${act.id}`} label={`${act.title} (${act.ada})`} checked onChange={(isOn) => toggle(act, isOn)} />
        ))}
        {/* Enter looks for acts: it does not publish the choice. */}
        <div className={styles.finder} onKeyDown={(event) => event.key === 'Enter' && (event.preventDefault(), setWanted(typed))}>
          <TextField name="search" label={t('choice.search')} hint={t('list.searchHint')} value={typed} onChange={setTyped} />
          <Button variant="secondary" onClick={() => setWanted(typed)}>
            {t('choice.find')}
          </Button>
        </div>
        {found && <p role="status">{t('list.found', { count: found.total })}</p>}
        {items.map((act) => {
          const isChosen = chosen.some((other) => other.id === act.id);
          const refusal = isChosen ? null : whyNot(act);
          const title = titleOf(act, words);
          return refusal ? (
            <p key={act.id}>
              {title} ({act.ada}): {refusal}
            </p>
          ) : (
            <Checkbox key={act.id} name={`act.${act.id}`} label={`${title} (${act.ada})`} hint={d(act.publishedAt)} checked={isChosen} onChange={(isOn) => toggle({ id: act.id, title, ada: act.ada }, isOn)} />
          );
        })}
      </FieldGroup>
    </div>
  );
}
