import { budgetLimits } from '@isegoria/budgeting/contracts';
import { Button, Card, Form, FormActs, Notice, type Problem, RadioGroup, TextArea, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { BudgetDocument, FeasibilityDocument, ProjectDocument, ProjectsDocument, type ShownProject } from '../documents';
import { Refusal } from './refusal';
import { useChanges } from './use-changes';

const kinds = ['undecided', 'feasible', 'unfeasible'] as const;

/** Whether it can be done, and the reason that everybody reads. */
export function FeasibilityForm({ project: { id, feasibility: before, finding } }: { project: ShownProject }) {
  const { t } = useWords('budgeting');
  const { typed, change, settle, isSettled } = useChanges(`feasibility:${id}`, { feasibility: before, reason: finding ?? '' });
  const { feasibility, reason } = typed;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [decide, { pending }] = useAct(FeasibilityDocument, { refresh: [BudgetDocument, ProjectDocument, ProjectsDocument] });
  const send = async () => {
    const fate = (await decide({ projectId: id, feasibility, reason }))?.decideFeasibility;
    if (!fate) return;
    setProblems(fate.__typename === 'Invalid' ? fate.problems : []);
    setRefused('reason' in fate ? fate.reason : null);
    if (fate.__typename === 'BudgetProject') settle(typed);
  };
  return (
    <Card title={t('feasibility.title')} note={t('feasibility.note')} edge={before === 'undecided' ? 'sun' : undefined}>
      <Form words="budgeting" summary="here" label={t('feasibility.title')} problems={problems} onSubmit={() => void send()}>
        <Refusal reason={refused} />
        <RadioGroup name="feasibility" label={t('feasibility.question')} choices={kinds.map((value) => ({ value, label: t(`feasibility.${value}`) }))} value={feasibility} onChange={(value) => change({ feasibility: kinds.find((kind) => kind === value) ?? before })} />
        <TextArea name="reason" label={t('feasibility.reason')} hint={t('feasibility.reasonHint')} optional={feasibility !== 'unfeasible'} rows={3} limit={budgetLimits.reason} value={reason} onChange={(text) => change({ reason: text })} />
        {isSettled && <Notice tone="done" live>{t('feasibility.saved')}</Notice>}
        <FormActs>
          <Button type="submit" pending={pending}>{t('feasibility.save')}</Button>
        </FormActs>
      </Form>
    </Card>
  );
}
