import { type DocumentNode, type GraphQLSchema, GraphQLError, getNamedType, isListType, isNonNullType, isObjectType, isInterfaceType, isUnionType, type GraphQLOutputType, parse } from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { pageSize } from '@isegoria/kernel/api';

/** How many things a list is taken to hold where nothing says it. */
const usual = 10;
const remembered = 1000;

/**
 * The cost of a query: what it may make the stores read, found from its text and its variables before it runs. A thing costs
 * 1 and what is asked of it; a list costs its things; a page's list is as long as its `first` says, and a list by `ids` as
 * long as they are. Leaves are free. (Query cost analysis after O. Hartig and J. Pérez, Semantics and Complexity of GraphQL,
 * WWW 2018: the size of an answer can be bounded before it is made.)
 */
const estimator: ComplexityEstimator = ({ field, args, childComplexity, node }) => {
  const named = getNamedType(field.type);
  if (!isObjectType(named) && !isInterfaceType(named) && !isUnionType(named)) return 0;
  const ids: unknown = args['ids'] ?? args['ballotIds'];
  if (Array.isArray(ids)) return ids.length * (1 + childComplexity);
  if ('first' in args || field.args.some(({ name }) => name === 'first')) return pageSize(Number(args['first'] ?? 20) || 20) * (1 + childComplexity);
  const isPageList = node.name.value === 'items';
  return isList(field.type) && !isPageList ? usual * (1 + childComplexity) : 1 + childComplexity;
};

function isList(type: GraphQLOutputType): boolean {
  return isListType(type) || (isNonNullType(type) && isListType(type.ofType));
}

/** Finds costs, and remembers those of the queries that come again and again, as a page's do. */
export class Costs {
  private readonly documents = new Map<string, DocumentNode | null>();
  private readonly known = new Map<string, number>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** 0 for what is no query of this schema: GraphQL itself says what is wrong with it. */
  of(query: string, variables: Record<string, unknown>): number {
    const key = `${query}\n${shapeOf(variables)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const cost = this.compute(query, variables);
    keep(this.known, key, cost);
    return cost;
  }

  private compute(query: string, variables: Record<string, unknown>): number {
    const document = this.documents.get(query) ?? documentOf(query);
    keep(this.documents, query, document);
    if (!document) return 0;
    try {
      return getComplexity({ schema: this.schema, query: document, variables, estimators: [estimator] });
    } catch (error) {
      if (error instanceof GraphQLError) return 0;
      throw error;
    }
  }
}

/** Of the variables only what changes the cost: numbers, and how long the lists are. */
function shapeOf(variables: Record<string, unknown>): string {
  return JSON.stringify(Object.entries(variables).map(([name, value]) => (typeof value === 'number' ? [name, value] : Array.isArray(value) ? [name, 'of', value.length] : name)));
}

function documentOf(query: string): DocumentNode | null {
  try {
    return parse(query, { maxTokens: 4000 });
  } catch {
    return null;
  }
}

function keep<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > remembered && oldest !== undefined) map.delete(oldest);
}
