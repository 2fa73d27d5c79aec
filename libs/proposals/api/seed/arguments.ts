import type { ImportedComment } from '@isegoria/comments/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { replies } from './answer-texts';
import { type Planned, shuffled } from './plan';

interface Circle {
  id: string;
  citizens: Citizen[];
  random: () => number;
  now: Date;
}

/** What people argue about one proposal: for, against, and a reply here and there. The much supported are much argued. */
export function argumentsOn({ idea, publishedAt, supports }: Planned, { id, citizens, random, now }: Circle): ImportedComment[] {
  const heat = supports > 200 ? 1 : Math.min(0.4 + supports / 60, 1);
  const age = now.getTime() - publishedAt.getTime();
  const moment = (after: Date) => new Date(after.getTime() + (now.getTime() - after.getTime()) * random() ** 1.6 * 0.98 + Math.min(age, 60_000));
  const sides = [...idea.for.map((text) => ({ text, alignment: 'FOR' as const })), ...idea.against.map((text) => ({ text, alignment: 'AGAINST' as const }))];
  const said = shuffled(random, sides).filter(() => random() < heat);
  return said.flatMap(({ text, alignment }, at): ImportedComment[] => {
    const comment = { id: `${id}-a${at}`, subject: { kind: 'proposal', id }, authorId: someone(citizens, random), alignment, text, at: moment(publishedAt) };
    if (random() > 0.12 * heat) return [comment];
    const reply = { id: `${id}-a${at}r`, subject: comment.subject, parentId: comment.id, authorId: someone(citizens, random), alignment: 'NEUTRAL' as const, text: replies[Math.floor(random() * replies.length)] ?? '', at: moment(comment.at) };
    return [comment, reply];
  });
}

export function someone(citizens: Citizen[], random: () => number): string {
  return citizens[Math.floor(random() * citizens.length)]?.id ?? '';
}
