import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { announce, BothLanguages, Button, Form, FormActs, TextField, useAct, useKept, useWords } from '@isegoria/ui/web';
import { CriteriaFields } from './criteria-fields';
import { DistrictFields } from './district-fields';
import { allProcesses, type Phase, type Process } from '../documents';
import { draftOf, inputOf, type PhaseDraft } from './phase-draft';
import { AddPhase, type Fate, isOutrun, UpdatePhase } from './process-acts';
import { RefusedNotice } from './refused-notice';
import { RuleFields } from './rule-fields';
import { useFate } from './use-fate';

interface PhaseFormProps {
  process: Process;
  /** As it stands, or as its pattern offers it. */
  phase: Phase;
  /** Of which sort a new phase is; null where it stands already. */
  pattern: string | null;
  /** What comes before the fields. */
  children?: ReactNode;
}

/** The dates, the words and the rules of a phase. What is changed here about a public process is published with the name of who changed it. */
export function PhaseForm({ process, phase, pattern, children }: PhaseFormProps) {
  const { t, lt } = useWords('processes');
  const go = useNavigate();
  // What was changed here outlives a reload; the rest is the phase as it stands.
  const [changed, setChanged, forget] = useKept<Partial<PhaseDraft>>(`phase:${process.id}.${pattern ? `new.${pattern}` : phase.id}`, {});
  const draft = { ...draftOf(phase), ...changed };
  const { problems, refused, take } = useFate();
  const [add, adding] = useAct(AddPhase, { refresh: allProcesses });
  const [update, updating] = useAct(UpdatePhase, { refresh: allProcesses });
  const change = (part: Partial<PhaseDraft>) => setChanged((now) => ({ ...now, ...part, readAt: now.readAt ?? process.revision }));

  const send = async (): Promise<Fate | null> => {
    const checked = inputOf(process, phase, draft);
    if ('problems' in checked) return { __typename: 'Invalid', problems: checked.problems.map(({ limit = null, ...problem }) => ({ ...problem, limit })) };
    const { phaseId, opensAt, closesAt, ...rest } = checked.input;
    const input = { ...rest, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
    if (pattern) return (await add({ input: { ...input, pattern } }))?.addPhase ?? null;
    return (await update({ input: { ...input, phaseId } }))?.updatePhase ?? null;
  };
  const saved = process.isDraft ? t('edit.savedDraft') : t('edit.saved');
  const save = async () => {
    const answer = await send();
    if (!answer) return;
    if (take(answer)) {
      forget();
      announce(pattern ? t('make.addedPhase', { phase: lt(draft.name) }) : saved);
      void go(`/processes/${process.id}`);
    } else if (answer.__typename !== 'Invalid' && isOutrun(answer)) {
      // They are told, and the page is read again: the next save counts from what stands then.
      setChanged((now) => ({ ...now, readAt: undefined }));
    }
  };
  const cancel = () => {
    forget();
    void go(`/processes/${process.id}`);
  };
  return (
    <Form words="processes" problems={problems} onSubmit={() => void save()}>
      {children}
      <BothLanguages name="name" label={t('field.name.el')} labelEn={t('field.name.en')} needsEnglish value={draft.name} onChange={(name) => change({ name })} />
      <BothLanguages name="summary" label={t('field.summary.el')} labelEn={t('field.summary.en')} rows={2} limit={300} needsEnglish value={draft.summary} onChange={(summary) => change({ summary })} />
      <TextField name="opensAt" label={t('field.opensAt')} type="datetime-local" width="medium" value={draft.opensAt} onChange={(opensAt) => change({ opensAt })} />
      <TextField name="closesAt" label={t('field.closesAt')} hint={t('edit.cityTime')} type="datetime-local" width="medium" value={draft.closesAt} onChange={(closesAt) => change({ closesAt })} />
      <RuleFields kind={process.kind} draft={draft} onChange={change} />
      <DistrictFields chosen={draft.districts} onChange={(districts) => change({ districts })} />
      {process.kind === 'evaluations' && <CriteriaFields criteria={draft.criteria} fixed={phase.hasBegun} onChange={(criteria) => change({ criteria })} />}
      <RefusedNotice processId={process.id} refused={refused} />
      <FormActs>
        <Button type="submit" pending={adding.pending || updating.pending}>
          {process.isDraft ? t('edit.saveDraft') : t('edit.save')}
        </Button>
        <Button variant="quiet" onClick={cancel}>
          {pattern ? t('make.leave') : t('edit.cancel')}
        </Button>
      </FormActs>
    </Form>
  );
}
