import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { announce, Button, Form, FormActs, Notice, type Problem, TextField, useAct, useKept, useWords } from '@isegoria/ui/web';
import { CriteriaFields } from './criteria-fields';
import { DistrictFields } from './district-fields';
import { type Phase, type Process, ProcessesQuery, ProcessQuery } from './documents';
import { draftOf, inputOf, type PhaseDraft } from './phase-draft';
import { RuleFields } from './rule-fields';
import { isOutrun, type Refused, refusedBy, UpdatePhase } from './update-phase';

const none: readonly Problem[] = [];

/** The dates and the rules of a phase. What is changed here is published with the name of who changed it. */
export function PhaseForm({ process, phase }: { process: Process; phase: Phase }) {
  const words = useWords('processes');
  const { t } = words;
  const go = useNavigate();
  // What was changed here outlives a reload; the rest is the phase as it stands.
  const [changed, setChanged, forget] = useKept<Partial<PhaseDraft>>(`phase:${process.id}.${phase.id}`, {});
  const draft = { ...draftOf(phase), ...changed };
  const [problems, setProblems] = useState(none);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [act, { pending }] = useAct(UpdatePhase, { refresh: [ProcessQuery, ProcessesQuery] });
  const change = (part: Partial<PhaseDraft>) => setChanged((now) => ({ ...now, ...part, readAt: now.readAt ?? process.revision }));

  const save = async () => {
    const checked = inputOf(process, phase, draft);
    setRefused(null);
    setProblems('problems' in checked ? checked.problems : none);
    if ('problems' in checked) return;
    const { input } = checked;
    const data = await act({ input: { ...input, opensAt: input.opensAt.toISOString(), closesAt: input.closesAt.toISOString() } });
    if (!data) return;
    const answer = data.updatePhase;
    if (answer.__typename === 'Invalid') setProblems(answer.problems);
    else if (answer.__typename !== 'Process') {
      setRefused(answer);
      // They are told, and the page is read again: the next save counts from what stands then.
      if (isOutrun(answer)) setChanged((now) => ({ ...now, readAt: undefined }));
    } else {
      forget();
      announce(t('edit.saved'));
      void go(`/processes/${process.id}`);
    }
  };
  const cancel = () => {
    forget();
    void go(`/processes/${process.id}`);
  };
  return (
    <Form words="processes" problems={problems} onSubmit={() => void save()}>
      <TextField name="name.el" label={t('field.name.el')} value={draft.name.el} onChange={(el) => change({ name: { ...draft.name, el } })} />
      <TextField name="name.en" label={t('field.name.en')} value={draft.name.en} onChange={(en) => change({ name: { ...draft.name, en } })} />
      <TextField name="opensAt" label={t('field.opensAt')} type="datetime-local" width="medium" value={draft.opensAt} onChange={(opensAt) => change({ opensAt })} />
      <TextField name="closesAt" label={t('field.closesAt')} hint={t('edit.cityTime')} type="datetime-local" width="medium" value={draft.closesAt} onChange={(closesAt) => change({ closesAt })} />
      <RuleFields kind={process.kind} draft={draft} onChange={change} />
      <DistrictFields chosen={draft.districts} onChange={(districts) => change({ districts })} />
      {process.kind === 'evaluations' && <CriteriaFields criteria={draft.criteria} fixed={phase.hasBegun} onChange={(criteria) => change({ criteria })} />}
      {refused && (
        <Notice tone="problem" live title={refusedBy(refused, words)}>
          {isOutrun(refused) && <Link to={`/processes/${process.id}`}>{t('refused.whatChanged')}</Link>}
        </Notice>
      )}
      <FormActs>
        <Button type="submit" pending={pending}>
          {t('edit.save')}
        </Button>
        <Button variant="quiet" onClick={cancel}>
          {t('edit.cancel')}
        </Button>
      </FormActs>
    </Form>
  );
}
