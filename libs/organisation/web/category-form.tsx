import { useState } from 'react';
import { graphql, Select, useAct, useWords } from '@isegoria/ui/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { categoryInput } from '@isegoria/organisation/contracts';
import { SaveForm } from './save-form';
import type { City } from './use-city';

const SaveCategory = graphql(`
  mutation SaveCategory($input: CategoryInput!) {
    saveCategory(input: $input) { __typename ... on Invalid { problems { field code limit } } ... on NotFound { reason } }
  }
`);

interface CategoryFormProps {
  category: City['categories'][number] | null;
  departments: City['departments'];
  onClose(): void;
}

export function CategoryForm({ category, departments, onClose }: CategoryFormProps) {
  const { t, lt } = useWords('organisation');
  const [name, setName] = useState(category?.name ?? { el: '', en: '' });
  const [departmentId, setDepartmentId] = useState(category?.departmentId ?? '');
  const [act, { pending }] = useAct(SaveCategory);
  const input = { id: category?.id ?? null, name, departmentId };
  return (
    <SaveForm
      title={category?.name.el ?? t('admin.addCategory')}
      name={name}
      onName={setName}
      check={() => problemsOf(categoryInput, input)}
      send={async () => (await act({ input }))?.saveCategory ?? null}
      pending={pending}
      onClose={onClose}
    >
      <Select
        name="departmentId"
        label={t('field.departmentId')}
        placeholder={t('field.chooseDepartment')}
        choices={departments.map(({ id, name: own }) => ({ value: id, label: lt(own) }))}
        value={departmentId}
        onChange={setDepartmentId}
      />
    </SaveForm>
  );
}
