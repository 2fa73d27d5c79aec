import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** For tests: what schema.org's vocabulary has, read from the types that Google's schema-dts makes of it. */
export class SchemaOrg {
  private readonly parents = new Map<string, string[]>();
  private readonly properties = new Map<string, string[]>();

  constructor() {
    const types = readFileSync(createRequire(import.meta.url).resolve('schema-dts/dist/schema.d.ts'), 'utf8');
    for (const [, name = '', above = '', body = ''] of types.matchAll(/^interface (\w+?)(?: extends ([^{]+))? \{\n([\s\S]*?)^\}/gm)) {
      this.parents.set(name, above.split(',').map((one) => one.trim()));
      this.properties.set(name, [...body.matchAll(/^ {4}"([^"@]+)"\??:/gm)].map(([, property = '']) => property));
    }
  }

  /** What is wrong with a node of JSON-LD and all that it holds: types and properties that the vocabulary does not have. */
  problems(node: unknown, at = ''): string[] {
    if (Array.isArray(node)) return node.flatMap((one, number) => this.problems(one, `${at}[${number}]`));
    if (node === null || typeof node !== 'object') return node === null || node === undefined || node === '' ? [`${at} is empty`] : [];
    const { '@type': type, ...rest } = node as Record<string, unknown>;
    const known = typeof type === 'string' ? this.propertiesOf(type) : null;
    const said = Object.keys(rest).filter((name) => !name.startsWith('@') && name !== 'query-input');
    if (known === null) return said.length > 0 || type !== undefined ? [`${at} has the unknown type ${String(type)}`] : [];
    const wrong = said.filter((name) => !known.has(name)).map((name) => `${at} ${String(type)} has no ${name}`);
    return [...wrong, ...said.flatMap((name) => this.problems(rest[name], `${at}.${name}`))];
  }

  private propertiesOf(type: string): Set<string> | null {
    const leaf = [`${type}Leaf`, `${type}Base`].find((name) => this.properties.has(name));
    if (!leaf) return null;
    const all = new Set<string>();
    const visit = (name: string) => {
      this.properties.get(name)?.forEach((property) => all.add(property));
      this.parents.get(name)?.forEach(visit);
    };
    visit(leaf);
    return all;
  }
}
