import { CANT_SAY, STEPS } from '@isegoria/evaluations/contracts';

/**
 * Answers of people, one mood each, that spread over the steps exactly as wanted: each criterion's quotas are dealt out in the order
 * of a mood that a person keeps over all criteria, with some chance in it, so that who is content with one thing is likelier
 * to be content with the next.
 */
export function answersOf(moods: readonly number[], spread: readonly number[][], random: () => number): string[][] {
  const people = moods.length;
  const columns = spread.map((percents, criterion) => {
    const silent = Math.round(people * (0.015 + 0.02 * criterion));
    const order = moods.map((mood, person) => ({ person, key: mood + random() * 0.9 })).sort((a, b) => a.key - b.key);
    const dealt = new Array<string>(people).fill(CANT_SAY);
    const answering = order.filter((_, at) => !isSilent(at, people, silent));
    for (const [at, { person }] of answering.entries()) dealt[person] = stepOf((at + 0.5) / answering.length, percents);
    return dealt;
  });
  return moods.map((_, person) => columns.map((column) => column[person] ?? CANT_SAY));
}

/** Those who cannot say are found all along the scale of moods. */
const isSilent = (at: number, people: number, silent: number): boolean => Math.floor((at * silent) / people) !== Math.floor(((at + 1) * silent) / people);

function stepOf(place: number, percents: readonly number[]): string {
  let passed = 0;
  for (const [at, percent] of percents.entries()) {
    passed += percent / 100;
    if (place <= passed) return STEPS[at] ?? '5';
  }
  return '5';
}
