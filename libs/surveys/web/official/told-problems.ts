import type { Problem } from '@isegoria/ui/web';

const sentences: readonly [ending: RegExp, code: string, told: string][] = [
  [/^sections\.\d+\.questions$/, 'required', 'noQuestions'],
  [/\.options$/, 'too_short', 'fewOptions'],
  [/\.most$/, 'too_big', 'mostTooBig'],
  [/\.showIf$/, 'invalid', 'noCondition'],
];

/** Problems with fields of which there are many, under the codes that have sentences of their own. */
export function toldProblems(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, code: sentences.find(([ending, code]) => ending.test(problem.field) && code === problem.code)?.[2] ?? problem.code }));
}
