import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

/** What a shape found wanting: the property and the kind of constraint, each by its last word, and on what. */
export interface ShaclProblem {
  path: string;
  kind: string;
  node: string;
}

const lastWord = (iri: string): string => iri.split(/[#/]/).at(-1) ?? iri;

/** Holds data in Turtle against SHACL shapes in Turtle. */
export async function shaclProblems(data: string, shapes: readonly string[]): Promise<ShaclProblem[]> {
  const validator = new SHACLValidator(new Store(shapes.flatMap((text) => new Parser().parse(text))));
  const report = await validator.validate(new Store(new Parser().parse(data)));
  return report.results.map(({ path, sourceConstraintComponent, focusNode }) => ({
    path: lastWord(path && 'value' in path ? path.value : ''), kind: lastWord(sourceConstraintComponent?.value ?? ''), node: focusNode?.value ?? '',
  }));
}
