import { useState } from 'react';
import { graphql, Select, useAct, useWords } from '@isegoria/ui/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { categoryInput } from '@isegoria/organisation/contracts';
import { SaveForm } from './save-form';
import { type City, useCity } from './use-city';

const SaveCategory = graphql(`
  mutation SaveCategory($input: CategoryInput!) {
    saveCategory(input: $input) { __typename ... on Invalid { problems { field code limit } } ... on NotFound { reason } }
  }
`);

interface CategoryFormProps {
  category: City['categories'][number] | null;
  onClose(): void;
}

export function CategoryForm({ category, onClose }: CategoryFormProps) {
  const { t } = useWords('organisation');
  const { offered } = useCity();
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
        choices={offered('departments', category?.departmentId)}
        value={departmentId}
        onChange={setDepartmentId}
      />
    </SaveForm>
  );
}
