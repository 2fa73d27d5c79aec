import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Bench, benchRow, type CityText } from '@isegoria/kernel/api';
import { type Batch, themesOf } from './themes/themes';

const sizes = [10_000, 100_000] as const;
const BATCH = 500;

/** The themes of ever more texts: what one text costs, and how long whoever else asks the process something must wait meanwhile. */
export const bench: Bench = {
  name: 'themes',
  async run({ progress }) {
    await measured(1_000);
    const [few, many] = [await measured(sizes[0]), await measured(sizes[1])];
    progress('texts', sizes[1], sizes[1]);
    return [
      benchRow({ name: `the cost of a text's themes among ${sizes[1]}, beside ${sizes[0]}`, value: many.ms / sizes[1], unit: 'ms / text', baseline: few.ms / sizes[0], goal: { atMost: 1.5 } }),
      benchRow({ name: `the longest wait for others while ${sizes[1]} texts are read, beside the whole`, value: many.longestWaitMs, unit: 'ms', baseline: many.ms, goal: { atMost: 0.05 } }),
    ];
  },
};

async function measured(size: number): Promise<{ ms: number; longestWaitMs: number }> {
  const waits = monitorEventLoopDelay({ resolution: 1 });
  waits.enable();
  const start = performance.now();
  const { themes, texts } = await themesOf(made(size), 12);
  const ms = performance.now() - start;
  waits.disable();
  if (texts !== size || themes.length === 0) throw new Error(`${texts} texts gave ${themes.length} themes`);
  return { ms, longestWaitMs: waits.max / 1e6 };
}

async function* made(size: number): AsyncGenerator<Batch> {
  for (let from = 0; from < size; from += BATCH) {
    await Promise.resolve();
    yield { source: 'made', texts: Array.from({ length: BATCH }, (_, at) => textOf(from + at)) };
  }
}

/** Forty words, few of them often and many seldom, in the forms that Greek gives them; each text also speaks of one of twenty matters. */
function textOf(number: number): CityText {
  let state = (number + 1) * 2_654_435_761;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const words = Array.from({ length: 36 }, () => word(200 + Math.floor(6_000 * random() ** 3), random));
  const matter = Math.floor(random() * 20);
  for (let at = 0; at < 4; at++) words.splice(Math.floor(random() * words.length), 0, word(matter * 5 + Math.floor(random() * 5), random));
  return { id: String(number).padStart(8, '0'), text: `${words.join(' ')}.`, path: `/made/${number}`, about: `made:${number}`, weight: number % 50 };
}

const syllables = ['κα', 'λο', 'μπε', 'ρι', 'στα', 'πλη', 'γου', 'δρο', 'τσα', 'φει', 'νω', 'χθυ', 'ξε', 'ζα', 'βρι', 'θου'];
const endings = ['ος', 'ου', 'ους', 'οι', 'α', 'ας', 'ες', 'ων', 'ο'];

const word = (stem: number, random: () => number): string =>
  `${syllables[stem % 16] ?? ''}${syllables[Math.floor(stem / 16) % 16] ?? ''}${syllables[Math.floor(stem / 256) % 16] ?? ''}ρδ${endings[Math.floor(random() * endings.length)] ?? ''}`;
