import { SearchField, Select, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { PeopleFor } from '../documents';

/** Somebody who may keep a share. */
export interface Person {
  id: string;
  name: string;
}

/** One trustee, looked for by name. */
export function TrusteeField({ number, value, onChange }: { number: number; value: Person | null; onChange(person: Person | null): void }) {
  const { t } = useWords('votes');
  const [search, setSearch] = useState('');
  const answer = useGraph(PeopleFor, { search }, { enabled: search !== '' });
  const found = answer.data?.people.items ?? [];
  const people = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  return (
    <div>
      <SearchField name={`search.${number}`} label={t('boxes.key.search', { number })} landmark={t('boxes.key.landmark', { number })} value={search} onSearch={setSearch} />
      {people.length > 0 && (
        <Select
          name={`trustee.${number}`}
          label={t('boxes.key.trustee', { number })}
          placeholder={t('boxes.key.choose')}
          choices={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={value?.id ?? ''}
          onChange={(id) => onChange(people.find((person) => person.id === id) ?? null)}
        />
      )}
    </div>
  );
}
