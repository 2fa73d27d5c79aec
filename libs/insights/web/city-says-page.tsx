import { cityRoom } from '@isegoria/insights/contracts';
import { Loaded, useGraph } from '@isegoria/ui/web';
import { CityFiguresDocument } from './documents';
import { InsightsView, useLiveFigures } from './insights-view';

/** The same figures for everybody. */
export function Component() {
  const answer = useGraph(CityFiguresDocument, {}, { staleMs: 2_000 });
  useLiveFigures(cityRoom, answer);
  return <Loaded answer={answer}>{({ view }) => <InsightsView view={view} audience="city" />}</Loaded>;
}
