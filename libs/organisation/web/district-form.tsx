import { useState } from 'react';
import { graphql, TextField, useAct, useWords } from '@isegoria/ui/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { districtInput } from '@isegoria/organisation/contracts';
import { digits } from './digits';
import { SaveForm } from './save-form';
import type { District } from './use-city';

const SaveDistrict = graphql(`
  mutation SaveDistrict($input: DistrictInput!) {
    saveDistrict(input: $input) { __typename ... on Invalid { problems { field code limit } } ... on NotFound { reason } }
  }
`);

export function DistrictForm({ district, onClose }: { district: District | null; onClose(): void }) {
  const { t } = useWords('organisation');
  const [name, setName] = useState(district?.name ?? { el: '', en: '' });
  const [population, setPopulation] = useState(String(district?.population ?? ''));
  const [act, { pending }] = useAct(SaveDistrict);
  const input = { id: district?.id ?? null, name, population: digits(population) };
  return (
    <SaveForm
      title={district?.name.el ?? t('admin.addDistrict')}
      name={name}
      onName={setName}
      check={() => problemsOf(districtInput, input)}
      send={async () => (await act({ input }))?.saveDistrict ?? null}
      pending={pending}
      onClose={onClose}
    >
      <TextField name="population" label={t('field.population')} inputMode="numeric" width="short" value={population} onChange={setPopulation} />
    </SaveForm>
  );
}
