import { DECISION_LIMITS, decisionTypeLabel, decisionTypes } from '@isegoria/evaluations/contracts';
import { useCity } from '@isegoria/organisation/web';
import { ComboBox, RadioGroup, Select, TextArea, TextField, useWords } from '@isegoria/ui/web';

/** A decision as an official types it. */
export type DecisionDraft = typeof blankDecision;

export const blankDecision = { number: '', subject: '', type: '', issued: '', unit: '', protocol: '', amount: '', document: '', departmentId: '', districtId: '', status: 'PUBLISHED' as 'PUBLISHED' | 'REVOKED' };

/** What an official types of a decision. One that is here, `corrected`, keeps its number, and may keep a department or a district that the city has retired since. */
export function DecisionFields({ draft, corrected = null, onChange }: { draft: DecisionDraft; corrected?: DecisionDraft | null; onChange(change: Partial<DecisionDraft>): void }) {
  const { t, lt } = useWords('evaluations');
  const { offered } = useCity();
  const field = <K extends keyof DecisionDraft>(name: K) => ({ name, label: t(`register.enter.${name}`), value: draft[name], onChange: (value: string) => onChange({ [name]: value }) });
  return (
    <>
      {!corrected && <TextField {...field('number')} hint={t('register.enter.numberHint')} width="medium" spellCheck={false} />}
      <TextArea {...field('subject')} limit={DECISION_LIMITS.subject} rows={4} />
      <ComboBox {...field('type')} choices={decisionTypes.map((code) => ({ value: code, label: `${lt(decisionTypeLabel(code))} (${code})` }))} />
      <TextField {...field('issued')} type="date" width="medium" />
      <TextField {...field('unit')} optional />
      <TextField {...field('protocol')} optional width="medium" />
      <TextField {...field('amount')} hint={t('register.enter.amountHint')} optional inputMode="decimal" width="medium" />
      <TextField {...field('document')} hint={t('register.enter.documentHint')} optional type="url" spellCheck={false} />
      <Select {...field('departmentId')} optional placeholder={t('register.enter.none')} choices={offered('departments', corrected?.departmentId)} />
      <Select {...field('districtId')} optional placeholder={t('register.enter.none')} choices={offered('districts', corrected?.districtId)} />
      <RadioGroup
        {...field('status')}
        layout="row"
        onChange={(status) => onChange({ status: status === 'REVOKED' ? 'REVOKED' : 'PUBLISHED' })}
        choices={(['PUBLISHED', 'REVOKED'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
      />
    </>
  );
}
