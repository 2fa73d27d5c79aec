import { budgetInput, BUDGETS_KIND } from '@isegoria/budgeting/contracts';
import { RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { useCity } from '@isegoria/organisation/web';
import { announce, Button, Checkbox, FieldGroup, Form, FormActs, graphql, Loaded, Page, type Problem, RadioGroup, Select, TextArea, TextField, useAct, useField, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import styles from '../budget.module.css';
import { BudgetDocument, BudgetsDocument, SaveBudgetDocument } from '../documents';
import { MissingBudget } from '../missing-budget';
import { useAreaName } from '../shown';
import { areaIds, type Declaration, declarationOf, fresh, inputOf } from './declaration';
import { Refusal } from './refusal';
import { ElectorateFields } from './electorate-fields';
import { RuleFields } from './rule-fields';
import { useChanges } from './use-changes';

const BudgetProcesses = graphql(`
  query BudgetProcesses {
    processes { id kind title { el en } }
  }
`);

/** For administrators: what money there is, how it is voted on and by which rule it is given out. */
export function Component() {
  const { id } = useParams();
  const [search] = useSearchParams();
  const { t } = useWords('budgeting');
  const answer = useGraph(BudgetDocument, { id: id ?? '' }, { enabled: id !== undefined });
  const page = (typed: Declaration) => (
    <Page title={t(id ? 'declare.change' : 'declare.new')} lead={t('declare.lead')} back={{ to: id ? `/budgets/${id}` : '/budgets', label: t('page.back') }}>
      <DeclareForm key={id ?? 'new'} budgetId={id ?? null} initial={typed} />
    </Page>
  );
  return <RequireRole roles={['administrator']}>{id ? <Loaded answer={answer}>{({ budget }) => (budget ? page(declarationOf(budget)) : <MissingBudget />)}</Loaded> : page({ ...fresh, processId: search.get('process') ?? '' })}</RequireRole>;
}

function DeclareForm({ budgetId, initial }: { budgetId: string | null; initial: Declaration }) {
  const { t, lt } = useWords('budgeting');
  const navigate = useNavigate();
  const { typed, change, settle } = useChanges(`budget:${budgetId ?? 'new'}`, initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const processes = useGraph(BudgetProcesses, {});
  const [save, { pending }] = useAct(SaveBudgetDocument, { refresh: [BudgetDocument, BudgetsDocument] });
  const send = async () => {
    const input = inputOf(typed, budgetId);
    const wrong = problemsOf(budgetInput, input);
    if (wrong.length > 0) return setProblems(onceAField(wrong));
    const fate = (await save({ input }))?.saveBudget;
    if (!fate) return;
    setProblems(fate.__typename === 'Invalid' ? onceAField(fate.problems) : []);
    setRefused('reason' in fate ? fate.reason : null);
    if (fate.__typename !== 'Budget') return;
    settle(typed);
    announce(t('declare.saved'));
    await navigate(`/budgets/${fate.id}`);
  };
  const own = processes.data?.processes.filter(({ kind }) => kind === BUDGETS_KIND) ?? [];
  return (
    <Form words="budgeting" label={t('declare.new')} problems={problems} onSubmit={() => void send()}>
      <Refusal reason={refused} />
      <TextField name="title.el" label={t('declare.titleEl')} value={typed.titleEl} onChange={(titleEl) => change({ titleEl })} />
      <TextField name="title.en" label={t('declare.titleEn')} value={typed.titleEn} onChange={(titleEn) => change({ titleEn })} />
      <TextArea name="summary.el" label={t('declare.summaryEl')} rows={3} value={typed.summaryEl} onChange={(summaryEl) => change({ summaryEl })} />
      <TextArea name="summary.en" label={t('declare.summaryEn')} rows={3} value={typed.summaryEn} onChange={(summaryEn) => change({ summaryEn })} />
      <Select name="processId" label={t('declare.process')} hint={t('declare.processHint')} placeholder={t('field.choose')} choices={own.map(({ id, title }) => ({ value: id, label: lt(title) }))} value={typed.processId} onChange={(processId) => change({ processId })} />
      <MoneyFields money={typed.money} onChange={(money) => change({ money })} />
      <RadioGroup name="form" label={t('declare.form')} choices={(['approval', 'points', 'ranking'] as const).map((value) => ({ value, label: t(`declare.forms.${value}`) }))} value={typed.form} onChange={(form) => change({ form: form === 'points' || form === 'ranking' ? form : 'approval' })} />
      {typed.form === 'approval' && <Checkbox name="withinMoney" label={t('declare.withinMoney')} checked={typed.withinMoney} onChange={(withinMoney) => change({ withinMoney })} />}
      {typed.form === 'points' ? <TextField name="points" width="short" inputMode="numeric" label={t('declare.points')} value={typed.points} onChange={(points) => change({ points })} /> : <TextField name="most" width="short" inputMode="numeric" optional label={t('declare.most')} value={typed.most} onChange={(most) => change({ most })} />}
      <RuleFields typed={typed} onChange={change} />
      <RadioGroup name="secrecy" label={t('declare.secrecy')} choices={(['secret', 'sealed', 'open'] as const).map((value) => ({ value, label: t(`declare.secrecies.${value}`) }))} value={typed.secrecy} onChange={(secrecy) => change({ secrecy: secrecy === 'sealed' || secrecy === 'open' ? secrecy : 'secret' })} />
      <ElectorateFields typed={typed} onChange={change} />
      <FormActs>
        <Button type="submit" pending={pending}>{t('declare.save')}</Button>
      </FormActs>
    </Form>
  );
}

const NO_MONEY: Problem = { field: 'areas', code: 'required' };

/** One sentence a field, also where two of the rules meet in it; whichever area lacks its money, it is the money that is asked for. */
function onceAField(problems: readonly Problem[]): Problem[] {
  const byField = new Map<string, Problem>();
  for (const problem of problems) {
    const one = problem.field.startsWith('areas') ? NO_MONEY : problem;
    if (!byField.has(one.field) || one.code === 'required') byField.set(one.field, one);
  }
  return [...byField.values()];
}

function MoneyFields({ money, onChange }: { money: Record<string, string>; onChange(money: Record<string, string>): void }) {
  const { t } = useWords('budgeting');
  const { city } = useCity();
  const nameOf = useAreaName();
  const districts = (city?.districts ?? []).filter(({ id, isRetired }) => !isRetired || money[id]);
  const { id: groupId, problem } = useField({ name: 'areas', label: t('declare.money') });
  return (
    <FieldGroup id={groupId} label={t('declare.money')} hint={t('declare.moneyHint')} problem={problem}>
      <div className={styles.pair}>
        {areaIds(districts).map((id) => (
          <TextField key={id} name={`money.${id}`} optional width="short" inputMode="decimal" label={nameOf(id)} value={money[id] ?? ''} onChange={(euros) => onChange({ ...money, [id]: euros })} />
        ))}
      </div>
    </FieldGroup>
  );
}
