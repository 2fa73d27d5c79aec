import { type DefinitionNode, type FieldDefinitionNode, Kind, parse, type TypeNode } from 'graphql';
import { sdl } from '@isegoria/kernel/api';

/** What the cost of a field hangs on. */
export interface Field {
  /** The type of what it answers, lists and exclamation marks put aside. */
  of: string;
  isList: boolean;
  /** Whether `first` says how many it answers. */
  takesFirst: boolean;
  /** Of a list that is asked for by a list, such as `pictures(ids)`: the argument. */
  asked: string | null;
}

export type Fields = ReadonlyMap<string, ReadonlyMap<string, Field>>;

/** Every field of the contracts by type and name. Read from the SDL, not from the running schema: the text is the same in every process, in a test and in the build. */
export function contractFields(texts: readonly string[] = sdl): Fields {
  const types = new Map<string, Map<string, Field>>();
  for (const { name, fields } of texts.flatMap((text) => parse(text).definitions.flatMap(fieldsOf))) {
    const known = types.get(name) ?? new Map<string, Field>();
    for (const field of fields) known.set(field.name.value, shapeOf(field));
    types.set(name, known);
  }
  return types;
}

function fieldsOf(one: DefinitionNode): { name: string; fields: readonly FieldDefinitionNode[] }[] {
  const kinds: string[] = [Kind.OBJECT_TYPE_DEFINITION, Kind.OBJECT_TYPE_EXTENSION, Kind.INTERFACE_TYPE_DEFINITION, Kind.INTERFACE_TYPE_EXTENSION];
  return kinds.includes(one.kind) && 'fields' in one && 'name' in one && one.name ? [{ name: one.name.value, fields: (one.fields ?? []) as readonly FieldDefinitionNode[] }] : [];
}

function shapeOf({ type, arguments: taken = [] }: FieldDefinitionNode): Field {
  const [of, isList] = typeOf(type);
  const list = isList ? taken.find((argument) => typeOf(argument.type)[1]) : undefined;
  return { of, isList, takesFirst: taken.some(({ name }) => name.value === 'first'), asked: list?.name.value ?? null };
}

function typeOf(type: TypeNode): [name: string, isList: boolean] {
  if (type.kind === Kind.NON_NULL_TYPE) return typeOf(type.type);
  return type.kind === Kind.LIST_TYPE ? [typeOf(type.type)[0], true] : [type.name.value, false];
}
