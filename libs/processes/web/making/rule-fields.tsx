import { Checkbox, RadioGroup, TextField, useWords } from '@isegoria/ui/web';
import type { Admission } from '@isegoria/processes/contracts';
import type { PhaseDraft } from './phase-draft';

const admissions: readonly Admission[] = ['public', 'wait', 'closed'];

interface RuleFieldsProps {
  kind: string;
  draft: PhaseDraft;
  onChange(part: Partial<PhaseDraft>): void;
}

/** What may be sent in a phase, and how it comes in. */
export function RuleFields({ kind, draft, onChange }: RuleFieldsProps) {
  const { t } = useWords('processes');
  const choices = admissions.map((value) => ({ value, label: t(`admission.${value}`) }));
  const toAdmission = (value: string) => admissions.find((one) => one === value) ?? 'closed';
  return (
    <>
      <RadioGroup name="settings.contributions" label={t(`edit.contributions.${kind}`)} choices={choices} value={draft.contributions} onChange={(value) => onChange({ contributions: toAdmission(value) })} />
      <RadioGroup name="settings.comments" label={t('field.comments')} choices={choices} value={draft.comments} onChange={(value) => onChange({ comments: toAdmission(value) })} />
      {kind === 'proposals' && (
        <>
          <Checkbox name="settings.supports" label={t('field.supports')} checked={draft.supports} onChange={(supports) => onChange({ supports })} />
          <TextField name="settings.answerWithinDays" label={t('field.answerWithinDays')} inputMode="numeric" width="short" value={draft.days} onChange={(days) => onChange({ days })} />
        </>
      )}
      {kind === 'evaluations' && (
        <>
          <TextField name="settings.evaluation.requestsToOpen" label={t('field.requestsToOpen')} hint={t('edit.requestsToOpen')} inputMode="numeric" width="short" value={draft.requestsToOpen} onChange={(requestsToOpen) => onChange({ requestsToOpen })} />
          <TextField name="settings.evaluation.openTypes" label={t('field.openTypes')} hint={t('edit.openTypes')} width="medium" value={draft.openTypes} onChange={(openTypes) => onChange({ openTypes })} />
          <TextField name="settings.evaluation.secondRoundAfterDays" optional label={t('field.secondRoundAfterDays')} hint={t('edit.secondRoundAfterDays')} inputMode="numeric" width="short" value={draft.secondRoundAfterDays} onChange={(secondRoundAfterDays) => onChange({ secondRoundAfterDays })} />
        </>
      )}
    </>
  );
}
