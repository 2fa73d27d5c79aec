import { type ContractField, contractField, type Dataset } from '@isegoria/kernel/api';
import type { DatasetField, FieldType, Localized } from '@isegoria/kernel/contracts';

/** A column with all that is known of it: what its slice says, and what the contracts say. */
export interface DictionaryField {
  name: string;
  title: Localized;
  says: Localized;
  type: FieldType;
  isRequired: boolean;
  isKey: boolean;
  contract: string | null;
  values: string[];
}

const known = new WeakMap<Dataset, DictionaryField[]>();

/** The data dictionary of a dataset. Throws where a column names a field that the contracts do not have. */
export function dictionaryOf(dataset: Dataset): DictionaryField[] {
  const made = known.get(dataset) ?? dataset.fields.map((field) => described(field, dataset.key.includes(field.name)));
  known.set(dataset, made);
  return made;
}

function described(field: DatasetField, isKey: boolean): DictionaryField {
  const { name, title, says } = field;
  const contract: Pick<ContractField, 'type' | 'isRequired' | 'values'> = 'from' in field ? contractField(field.from) : { type: field.type, isRequired: false, values: [] };
  return { name, title, says, type: contract.type, isRequired: isKey || (field.isRequired ?? contract.isRequired), isKey, contract: 'from' in field ? field.from : null, values: contract.values.map(({ value }) => value) };
}
