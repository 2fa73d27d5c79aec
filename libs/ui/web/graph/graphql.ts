import type { DocumentNode } from 'graphql';
import type { initGraphQLTada, ResultOf, VariablesOf } from 'gql.tada';
import type { introspection } from '../graphql-env.gen';

interface City {
  introspection: introspection;
  scalars: { DateTime: string; ID: string };
}

/** What a document is while the page runs: its text. The rest of it is types, which the compiler has read by then. */
interface Written {
  text: string;
  parts: readonly Written[];
}

/**
 * Writes a query or a mutation; its variables and its answer are typed by the city's schema. gql.tada gives the types only:
 * nothing is parsed in the browser, for the server parses the same text anyway.
 */
export const graphql = write as unknown as ReturnType<typeof initGraphQLTada<City>>;

export type { ResultOf, VariablesOf };

function write(text: string, parts: readonly Written[] = []): Written & Pick<DocumentNode, 'kind'> {
  // `@_unmask` opens a fragment's type; it is a word to the compiler, which the server does not know.
  return { kind: 'Document' as DocumentNode['kind'], text: text.replaceAll(' @_unmask', ''), parts };
}

/** The text of a document with that of each fragment that it names, once. */
export function textOf(document: DocumentNode): string {
  const texts = new Set<string>();
  const add = ({ text, parts }: Written) => {
    texts.add(text);
    parts.forEach(add);
  };
  add(document as unknown as Written);
  return [...texts].join('\n');
}

/** What a document does and how it is called: its key in the cache and in the server's log. */
export function operationOf(document: DocumentNode): { kind: string; name: string } {
  const [, kind, name] = /^\s*(query|mutation)\s+(\w+)/m.exec((document as unknown as Written).text) ?? [];
  if (!kind || !name) throw new Error('An operation needs a name: it is its key in the cache and in the server log.');
  return { kind, name };
}
