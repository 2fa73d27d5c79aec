import { budgetLimits, CITY } from '@isegoria/budgeting/contracts';
import { useMe } from '@isegoria/identity/web';
import { useCity } from '@isegoria/organisation/web';
import { announce, Button, Form, FormActs, Notice, type Problem, type ResultOf, Select, TextArea, TextField, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { BudgetDocument, ProjectDocument, ProjectsDocument, type ProposalToTurnDocument, SaveProjectDocument, type ShownBudget, type ShownProject } from '../documents';
import { useAreaName } from '../shown';
import { centsTyped, eurosTyped } from './euros';
import { Refusal } from './refusal';
import { useChanges } from './use-changes';

interface Typed {
  title: string;
  text: string;
  areaId: string;
  place: { label: string; lat: number | null; lng: number | null };
  categoryId: string;
  departmentId: string;
  cost: string;
}

type Proposal = NonNullable<ResultOf<typeof ProposalToTurnDocument>['proposal']>;

const nowhere = { label: '', lat: null, lng: null };
/** Nothing yet, but whose it is: a project without a department any official may take on. */
export const blank = ({ areas }: ShownBudget, departmentId: string | null): Typed => ({ title: '', text: '', areaId: areas[0]?.id ?? CITY, place: nowhere, categoryId: '', departmentId: departmentId ?? '', cost: '' });

export const typedFrom = ({ title, text, areaId, place, categoryId, departmentId, cost }: ShownProject): Typed => ({
  title, text, areaId, place: place ?? nowhere, categoryId: categoryId ?? '', departmentId: departmentId ?? '', cost: eurosTyped(cost),
});

/** What a proposal says already; its cost is for the department to find out. */
export function typedFromProposal({ title, text, district, category, department, place }: Proposal, budget: ShownBudget): Typed {
  const area = budget.areas.find(({ id }) => id === district?.id) ?? budget.areas[0];
  return { title, text, areaId: area?.id ?? CITY, place: place ?? nowhere, categoryId: category?.id ?? '', departmentId: department?.id ?? '', cost: '' };
}

interface ProjectFormProps {
  budget: ShownBudget;
  projectId: string | null;
  proposalId: string | null;
  initial: Typed;
}

/** A project as officials write it. */
export function ProjectForm({ budget, projectId, proposalId, initial }: ProjectFormProps) {
  const { t } = useWords('budgeting');
  const navigate = useNavigate();
  const nameOf = useAreaName();
  const { city, current, offered } = useCity();
  const { me, is } = useMe();
  const { typed, change, settle, isSettled } = useChanges(`project:${projectId ?? `${budget.id}.${proposalId ?? 'new'}`}`, initial);
  // A project that is there already keeps what it carries, though the city has retired it since.
  const carried = projectId ? initial : null;
  const departments = offered('departments', carried?.departmentId).filter(({ value }) => is('administrator') || value === me?.departmentId || !current?.departments.some(({ id }) => id === value));
  // A proposal may be for another department than the official's own.
  const departmentId = !city || departments.some(({ value }) => value === typed.departmentId) ? typed.departmentId : '';
  const categorise = (categoryId: string) => {
    const its = city?.categories.find(({ id }) => id === categoryId)?.departmentId;
    change({ categoryId, departmentId: departments.find(({ value }) => value === its)?.value ?? departmentId });
  };
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [save, { pending }] = useAct(SaveProjectDocument, { refresh: [BudgetDocument, ProjectsDocument, ProjectDocument] });
  const send = async () => {
    const cost = centsTyped(typed.cost);
    // All that is missing is told at once, and not the cost first and the title after it.
    const missing = (['title', 'text'] as const).filter((field) => typed[field].trim() === '').map((field) => ({ field, code: 'required' }));
    if (cost === null) return setProblems([...missing, { field: 'cost', code: 'invalid' }]);
    const { place, categoryId, ...rest } = typed;
    const where = place.label.trim() ? { label: place.label, lat: place.lat, lng: place.lng } : null;
    const fate = (await save({ input: { ...rest, id: projectId, budgetId: budget.id, cost, proposalId, place: where, categoryId: categoryId || null, departmentId: departmentId || null } }))?.saveBudgetProject;
    if (!fate) return;
    setProblems(fate.__typename === 'Invalid' ? fate.problems : []);
    setRefused('reason' in fate ? fate.reason : null);
    if (fate.__typename !== 'BudgetProject') return;
    settle(typed);
    if (projectId) return;
    announce(t('project.saved'));
    await navigate(`/budgets/${budget.id}/manage/${fate.id}`);
  };
  return (
    <Form words="budgeting" label={t('project.form')} problems={problems} onSubmit={() => void send()}>
      <Refusal reason={refused} />
      <TextField name="title" label={t('field.title')} value={typed.title} onChange={(title) => change({ title })} />
      <TextArea name="text" label={t('field.text')} hint={t('field.textHint')} rows={6} limit={budgetLimits.text} value={typed.text} onChange={(text) => change({ text })} />
      <TextField name="cost" label={t('field.costEuros')} width="short" inputMode="decimal" value={typed.cost} onChange={(cost) => change({ cost })} />
      <Select name="areaId" label={t('filter.area')} choices={budget.areas.map(({ id }) => ({ value: id, label: nameOf(id) }))} value={typed.areaId} onChange={(areaId) => change({ areaId })} />
      <TextField name="place" optional label={t('field.place')} value={typed.place.label} onChange={(label) => change({ place: { ...typed.place, label } })} />
      <Select name="categoryId" label={t('filter.category')} placeholder={t('field.choose')} choices={offered('categories', carried?.categoryId)} value={typed.categoryId} onChange={categorise} />
      <Select name="departmentId" label={t('field.department')} placeholder={t('field.choose')} choices={departments} value={departmentId} onChange={(departmentId) => change({ departmentId })} />
      {isSettled && <Notice tone="done" live>{t('project.saved')}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t(projectId ? 'project.save' : 'project.add')}</Button>
      </FormActs>
    </Form>
  );
}
