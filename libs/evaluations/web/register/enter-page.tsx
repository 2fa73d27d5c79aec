import { DECISION_LIMITS, decisionProblems, decisionTypeLabel, decisionTypes } from '@isegoria/evaluations/contracts';
import { RequireRole } from '@isegoria/identity/web';
import { useCity } from '@isegoria/organisation/web';
import { announce, Button, ComboBox, Form, FormActs, LinkButton, Notice, Page, type Problem, RadioGroup, Select, TextArea, TextField, useAct, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link } from 'react-router';
import { EnterDocument } from './documents';

/** Where an official enters a decision that stands in no register. */
export function Component() {
  return (
    <RequireRole roles={['official', 'administrator']}>
      <EnterPage />
    </RequireRole>
  );
}

const BLANK = { number: '', subject: '', type: '', issued: '', unit: '', protocol: '', amount: '', document: '', departmentId: '', districtId: '', status: 'PUBLISHED' as 'PUBLISHED' | 'REVOKED' };

function EnterPage() {
  const { t } = useWords('evaluations');
  const [draft, setDraft, forget] = useKept('enter-decision', BLANK);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [entered, setEntered] = useState<{ id: string; subject: string; changed: boolean } | null>(null);
  const [enter, { pending }] = useAct(EnterDocument);
  const save = async () => {
    const wrong = decisionProblems(draft, new Date());
    setProblems(wrong);
    const result = wrong.length === 0 ? (await enter({ input: draft }))?.enterDecision : null;
    if (result?.__typename === 'Invalid') setProblems(result.problems);
    if (result?.__typename !== 'DecisionEntered') return;
    forget();
    setEntered({ ...result.decision, changed: result.changed });
    announce(t(result.changed ? 'register.enter.changed' : 'register.enter.saved'));
  };
  if (entered) {
    return (
      <Page step="entered" title={t(entered.changed ? 'register.enter.changed' : 'register.enter.saved')} back={{ to: '/decisions', label: t('back') }}>
        <Notice tone="done" title={entered.subject} />
        <FormActs>
          <LinkButton to={`/decisions/${entered.id}`}>{t('register.enter.see')}</LinkButton>
          <Button variant="secondary" onClick={() => setEntered(null)}>
            {t('register.enter.another')}
          </Button>
        </FormActs>
      </Page>
    );
  }
  return (
    <Page title={t('register.enter.title')} lead={t('register.enter.lead')} back={{ to: '/decisions', label: t('back') }}>
      <p>
        <Link to="/decisions/enter/file">{t('register.enter.file')}</Link>
      </p>
      <Form words="evaluations" label={t('register.enter.title')} problems={problems} onSubmit={() => void save()}>
        <Fields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('register.enter.save')}
          </Button>
        </FormActs>
      </Form>
    </Page>
  );
}

type Draft = typeof BLANK;

function Fields({ draft, onChange }: { draft: Draft; onChange(change: Partial<Draft>): void }) {
  const { t, lt } = useWords('evaluations');
  const { offered } = useCity();
  const field = <K extends keyof Draft>(name: K) => ({ name, label: t(`register.enter.${name}`), value: draft[name], onChange: (value: string) => onChange({ [name]: value }) });
  return (
    <>
      <TextField {...field('number')} hint={t('register.enter.numberHint')} width="medium" spellCheck={false} />
      <TextArea {...field('subject')} limit={DECISION_LIMITS.subject} rows={4} />
      <ComboBox {...field('type')} choices={decisionTypes.map((code) => ({ value: code, label: `${lt(decisionTypeLabel(code))} (${code})` }))} />
      <TextField {...field('issued')} type="date" width="medium" />
      <TextField {...field('unit')} optional />
      <TextField {...field('protocol')} optional width="medium" />
      <TextField {...field('amount')} hint={t('register.enter.amountHint')} optional inputMode="decimal" width="medium" />
      <TextField {...field('document')} hint={t('register.enter.documentHint')} optional type="url" spellCheck={false} />
      <Select {...field('departmentId')} optional placeholder={t('register.enter.none')} choices={offered('departments')} />
      <Select {...field('districtId')} optional placeholder={t('register.enter.none')} choices={offered('districts')} />
      <RadioGroup
        {...field('status')}
        layout="row"
        onChange={(status) => onChange({ status: status === 'REVOKED' ? 'REVOKED' : 'PUBLISHED' })}
        choices={(['PUBLISHED', 'REVOKED'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
      />
    </>
  );
}
