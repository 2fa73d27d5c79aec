import { useState } from 'react';
import { graphql, TextField, useAct, useWords } from '@isegoria/ui/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { departmentInput } from '@isegoria/organisation/contracts';
import { digits } from './digits';
import { SaveForm } from './save-form';
import type { City } from './use-city';

const SaveDepartment = graphql(`
  mutation SaveDepartment($input: DepartmentInput!) {
    saveDepartment(input: $input) { __typename ... on Invalid { problems { field code limit } } ... on NotFound { reason } }
  }
`);

export function DepartmentForm({ department, onClose }: { department: City['departments'][number] | null; onClose(): void }) {
  const { t } = useWords('organisation');
  const [name, setName] = useState(department?.name ?? { el: '', en: '' });
  const [email, setEmail] = useState(department?.email ?? '');
  const [days, setDays] = useState(String(department?.answersWithinDays ?? 30));
  const [act, { pending }] = useAct(SaveDepartment);
  const input = { id: department?.id ?? null, name, email: email.trim(), answersWithinDays: digits(days) };
  return (
    <SaveForm
      title={department?.name.el ?? t('admin.addDepartment')}
      name={name}
      onName={setName}
      check={() => problemsOf(departmentInput, input)}
      send={async () => (await act({ input }))?.saveDepartment ?? null}
      pending={pending}
      onClose={onClose}
    >
      <TextField name="email" label={t('field.email')} type="email" width="medium" value={email} onChange={setEmail} />
      <TextField name="answersWithinDays" label={t('field.answersWithinDays')} inputMode="numeric" width="short" value={days} onChange={setDays} />
    </SaveForm>
  );
}
