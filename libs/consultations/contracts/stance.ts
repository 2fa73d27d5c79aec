/** How one may stand towards an article: the options of its ballot, in their order. */
export const stances = ['agree', 'withChanges', 'disagree'] as const;
export type Stance = (typeof stances)[number];

/** The one question of an article's ballot. */
export const stanceQuestion = 'stance';

/** The id of an article as a subject of its own, `consultation-article:<this>`. */
export function articleSubjectId(consultationId: string, articleId: string): string {
  return `${consultationId}.${articleId}`;
}

/** Which article of which consultation a subject's id names, or null. */
export function articleOfSubject(id: string): { consultationId: string; articleId: string } | null {
  const point = id.lastIndexOf('.');
  return point < 1 || point === id.length - 1 ? null : { consultationId: id.slice(0, point), articleId: id.slice(point + 1) };
}
