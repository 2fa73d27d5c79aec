/** The questions of the pages themselves, as they stand in the pages' source: what the proof reads is what a reader's browser reads. */
const files = import.meta.glob<string>(['/libs/evaluations/web/documents.ts', '/libs/evaluations/web/choices/choice-documents.ts', '/libs/evaluations/web/weighing/who-answered.tsx', '/libs/insights/web/documents.ts'], {
  query: '?raw', import: 'default', eager: true,
});

/** The GraphQL text of one operation of the pages, by its name. */
export function pageDocument(operation: string): string {
  const found = Object.values(files).flatMap((source) => [...source.matchAll(/graphql\(`([^`]*)`\)/g)].map(([, text = '']) => text));
  const document = found.find((text) => new RegExp(`^\\s*(query|mutation) ${operation}\\b`).test(text));
  if (!document) throw new Error(`No page asks ${operation}.`);
  return document;
}
