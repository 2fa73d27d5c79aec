import type { Oracle, OracleRow } from '@isegoria/kernel/api';
import { study, type StudyReport } from '@isegoria/statistics/contracts';

const RUNS = 100;

/** The figures of the council's page in a hundred cities whose opinions are known: how often all of them hold what is true of everybody. */
export const oracle: Oracle = {
  name: 'the council’s figures beside the known opinions of generated citizens, 100 seeded runs each',
  needs: [],
  run: () =>
    Promise.resolve([
      row('5,000 citizens of whom some 1,500 take part, by their traits', study(RUNS, 5000, 1500, 'traits'), true),
      row('20,000 citizens of whom some 5,000 take part, by their traits', study(RUNS, 20_000, 5000, 'traits'), true),
      row('5,000 citizens of whom some 1,500 take part, the angry twice as often: told, not promised', study(RUNS, 5000, 1500, 'opinion'), false),
    ]),
};

function row(name: string, { runs, answered, pages, weightedPages, medianPages, rawPages, weightedShares, rawShares }: StudyReport, isPromised: boolean): OracleRow {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  const found = `whole page ${pages} of ${runs} (shares ${weightedPages}, medians ${medianPages}; as counted, not weighed ${rawPages}); single shares ${percent(weightedShares)}, as counted ${percent(rawShares)}; ${answered} answered`;
  return isPromised ? { name, found, expected: `whole page in 93 of ${runs} at least`, holds: pages >= 93 } : { name, found, expected: found, holds: true };
}
