import { type DefinitionNode, type FieldDefinitionNode, Kind, parse, type TypeNode } from 'graphql';
import type { FieldType } from '@isegoria/kernel/contracts';
import { sdl } from './sdl';

/** What the contracts say of a field: its type, whether it may be empty, its sentence, and of an enum the values it knows. */
export interface ContractField {
  type: FieldType;
  isRequired: boolean;
  says: string | null;
  values: { value: string; says: string | null }[];
}

const scalars: Record<string, FieldType> = { ID: 'string', String: 'string', Int: 'integer', Float: 'number', Boolean: 'boolean', DateTime: 'dateTime' };
let definitions: DefinitionNode[] | null = null;

/**
 * Reads a field of the slices' SDL by its path from a type, such as `Proposal.answer.cost`. It may be empty where anything on
 * the way may. Throws where the contracts have no such field, or it is no single value.
 */
export function contractField(path: string): ContractField {
  const [start = '', ...names] = path.split('.');
  let [typeName, isRequired, says] = [start, true, null as string | null];
  for (const name of names) {
    const field = fieldOf(typeName, name);
    if (!field) throw new Error(`The contracts have no field ${path}: ${typeName} has no ${name}.`);
    typeName = nameOf(field.type, path);
    isRequired &&= field.type.kind === Kind.NON_NULL_TYPE;
    says = field.description?.value ?? null;
  }
  const scalar = scalars[typeName];
  if (scalar) return { type: scalar, isRequired, says, values: [] };
  const values = all().flatMap((one) => (one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === typeName ? (one.values ?? []) : []));
  if (values.length === 0) throw new Error(`The field ${path} of the contracts is no single value but a ${typeName}.`);
  return { type: 'string', isRequired, says, values: values.map(({ name, description }) => ({ value: name.value, says: description?.value ?? null })) };
}

function all(): DefinitionNode[] {
  return (definitions ??= sdl.flatMap((text) => [...parse(text).definitions]));
}

function fieldOf(typeName: string, field: string): FieldDefinitionNode | undefined {
  return all()
    .flatMap((one) => (one.kind === Kind.OBJECT_TYPE_DEFINITION && one.name.value === typeName ? [...(one.fields ?? [])] : []))
    .find(({ name }) => name.value === field);
}

function nameOf(type: TypeNode, path: string): string {
  if (type.kind === Kind.NON_NULL_TYPE) return nameOf(type.type, path);
  if (type.kind === Kind.LIST_TYPE) throw new Error(`The field ${path} of the contracts is a list: a column holds one value.`);
  return type.name.value;
}
