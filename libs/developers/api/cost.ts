import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse, type SelectionNode, type SelectionSetNode, type ValueNode } from 'graphql';
import { keepNewest, pageSize } from '@isegoria/kernel/api';
import { contractFields, type Fields } from './contract-fields';

/** How many things a list is taken to hold where nothing says it: one of the city's, and one that is kept within a thing, such as the parts of a section. */
const usual = { ofCity: 10, within: 5 };
/** Introspection is open, as the schema is; the whole of it is an answer of some hundred kilobytes. */
const introspection: Readonly<Record<string, number>> = { __schema: 500, __type: 25, __typename: 0 };
/** A text that is longer than this in words and signs is not read at all. */
const mostTokens = 4000;
const kept = { texts: 500, longest: 10_000 };

/** What a query may make the stores read, and how deep it goes. */
export interface Measure {
  cost: number;
  depth: number;
}

/** Why a text was not read: it is too long, or it is no GraphQL. */
export interface Unread {
  unread: 'too long' | { message: string };
}

type Variables = Readonly<Record<string, unknown>>;

/** One operation while it is walked. A fragment is walked once however often it is spread, so a small text cannot unfold to a large walk. */
interface Walk {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  valueOf: (node: ValueNode | undefined) => unknown;
  walked: Map<string, Measure>;
}

/** A text that was read. `always`: what it costs, where that hangs on none of its variables. */
interface Known {
  document: DocumentNode;
  always: Measure | null;
}

/**
 * The cost of a query, found from its text and its variables before it runs. A thing costs 1 and what is asked of it; a list
 * costs its things; a page's list is as long as its `first` says, and a list by `ids` as long as they are. Leaves are free.
 * (Query cost analysis after O. Hartig and J. Pérez, Semantics and Complexity of GraphQL, WWW 2018: the size of an answer can
 * be bounded before it is made.) Computed here from the AST alone: it needs no schema object, and none of its steps is more than linear.
 */
export class Costs {
  private readonly known = new Map<string, Known>();

  constructor(private readonly fields: Fields = contractFields()) {}

  /** What cannot be read has no cost, and may not run: the server would take a query's tree, written as JSON, for a query too. */
  of(query: string, variables: Variables): Measure | Unread {
    const known = this.known.get(query) ?? read(query);
    if ('unread' in known) return known;
    this.keep(query, known);
    if (known.always) return known.always;
    const { definitions } = known.document;
    const fragments = new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));
    const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    let isAlways = true;
    const valueOf = (name: string) => {
      isAlways = false;
      return variables[name];
    };
    const measure = largest(operations.map((operation) => this.operation(operation, fragments, valueOf)));
    if (isAlways) known.always = measure;
    return measure;
  }

  private operation({ operation, selectionSet, variableDefinitions = [] }: OperationDefinitionNode, fragments: Walk['fragments'], variable: (name: string) => unknown): Measure {
    const defaults = new Map(variableDefinitions.map(({ variable: { name }, defaultValue }) => [name.value, defaultValue]));
    const valueOf = (node: ValueNode | undefined): unknown => {
      if (node?.kind === Kind.VARIABLE) return variable(node.name.value) ?? literalOf(defaults.get(node.name.value));
      return literalOf(node);
    };
    const root = operation === 'query' ? 'Query' : operation === 'mutation' ? 'Mutation' : 'Subscription';
    const { cost, depth } = this.set(selectionSet, root, null, { fragments, valueOf, walked: new Map() });
    return { cost: Math.max(1, cost), depth };
  }

  /** `page` is how many items the page holds whose selection this is; null where it is none. */
  private set({ selections }: SelectionSetNode, type: string, page: number | null, walk: Walk): Measure {
    const found = selections.map((selection) => this.selection(selection, type, page, walk));
    return { cost: found.reduce((sum, { cost }) => sum + cost, 0), depth: Math.max(0, ...found.map(({ depth }) => depth)) };
  }

  private selection(selection: SelectionNode, type: string, page: number | null, walk: Walk): Measure {
    if (selection.kind === Kind.FIELD) return this.field(selection, type, page, walk);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.set(selection.selectionSet, selection.typeCondition?.name.value ?? type, page, walk);
    const key = `${selection.name.value} ${page}`;
    const known = walk.walked.get(key);
    if (known) return known;
    // Until it is walked it counts nothing: one that spreads itself ends here, and GraphQL refuses it.
    walk.walked.set(key, { cost: 0, depth: 0 });
    const fragment = walk.fragments.get(selection.name.value);
    const measure = fragment ? this.set(fragment.selectionSet, fragment.typeCondition.name.value, page, walk) : { cost: 0, depth: 0 };
    walk.walked.set(key, measure);
    return measure;
  }

  private field({ name, selectionSet, arguments: given = [] }: FieldNode, type: string, page: number | null, walk: Walk): Measure {
    const fixed = introspection[name.value];
    if (fixed !== undefined) return { cost: fixed, depth: 0 };
    if (!selectionSet) return { cost: 0, depth: 1 };
    const field = this.fields.get(type)?.get(name.value);
    const valueOf = (argument: string) => walk.valueOf(given.find((one) => one.name.value === argument)?.value);
    const first = field?.takesFirst ? firstOf(valueOf('first')) : null;
    const within = this.set(selectionSet, field?.of ?? '', field?.isList ? null : first, walk);
    const times = field?.isList ? (first ?? (field.asked ? lengthOf(valueOf(field.asked)) : name.value === 'items' && page !== null ? page : type === 'Query' ? usual.ofCity : usual.within)) : 1;
    return { cost: times * (1 + within.cost), depth: 1 + within.depth };
  }

  private keep(query: string, known: Known): void {
    if (query.length <= kept.longest) keepNewest(this.known, query, known, kept.texts);
  }
}

/** What is no number GraphQL refuses, or it is left out: then a page is as long as pages are. */
const firstOf = (value: unknown): number => pageSize(typeof value === 'number' ? value : undefined);
const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 1);

function largest(measures: Measure[]): Measure {
  return { cost: Math.max(1, ...measures.map(({ cost }) => cost)), depth: Math.max(0, ...measures.map(({ depth }) => depth)) };
}

/** As far as a cost hangs on it: a number, or how long a list is. */
function literalOf(node: ValueNode | undefined): unknown {
  if (node?.kind === Kind.INT) return Number(node.value);
  return node?.kind === Kind.LIST ? node.values : undefined;
}

function read(query: string): Known | Unread {
  try {
    return { document: parse(query, { maxTokens: mostTokens }), always: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { unread: message.includes(`more that ${mostTokens} tokens`) ? 'too long' : { message } };
  }
}
