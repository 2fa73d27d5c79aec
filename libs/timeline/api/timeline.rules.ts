import { subjectKey, type Subject } from '@isegoria/kernel/contracts';
import { type DatedMoment, type SubjectCard, type ThreadSource, titlesOf } from '@isegoria/kernel/api';
import type { Moment, Timeline } from '@isegoria/timeline/contracts';

/** A thread goes no further than so many steps and things: what is tied to everything tells nothing. */
export const threadLimits = { steps: 6, things: 60, moments: 300 };

/** Every thing of the thread to which one belongs, itself first: links are followed both ways, step by step, the nearest first. */
export async function threadFrom(start: Subject, sources: readonly ThreadSource[], { steps, things } = threadLimits): Promise<Subject[]> {
  const known = new Map([[subjectKey(start), start]]);
  let edge: Subject[] = [start];
  for (let step = 0; step < steps && edge.length > 0 && known.size < things; step++) {
    const pairs = (await Promise.all(sources.map((source) => source.links(edge)))).flat(2);
    edge = [];
    for (const { kind, id } of pairs) {
      const key = subjectKey({ kind, id });
      if (known.has(key) || known.size >= things) continue;
      known.set(key, { kind, id });
      edge.push({ kind, id });
    }
  }
  return [...known.values()];
}

/** The moments in the order of time, and the things in the order of their first one. What not everybody may see is left out. */
export function timelineOf(moments: readonly DatedMoment[], cards: ReadonlyMap<string, SubjectCard>, now: Date): Timeline {
  const shown = moments.flatMap((moment) => {
    const card = cards.get(subjectKey(moment.about));
    return card?.isPublic ? [momentOf(moment, card, now)] : [];
  });
  // The latest ones stay where there are too many.
  const inOrder = shown.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)).slice(-threadLimits.moments);
  const keys = [...new Set([...inOrder.map(({ about }) => subjectKey(about)), ...cards.keys()])];
  const things = keys.flatMap((key) => thingOf(cards.get(key)));
  return { moments: inOrder, things };
}

function thingOf(card: SubjectCard | undefined): Timeline['things'] {
  return card?.isPublic ? [{ subject: { kind: card.kind, id: card.id }, title: titlesOf(card), path: card.path }] : [];
}

function momentOf({ id, at, title, about }: DatedMoment, card: SubjectCard, now: Date): Moment {
  return { id, at, title, about: { kind: about.kind, id: about.id }, aboutTitle: titlesOf(card), path: card.path, isComing: at > now };
}
