import { RequireRole } from '@isegoria/identity/web';
import { COUNCIL_ROLES, councilRoom } from '@isegoria/insights/contracts';
import { Loaded, useGraph } from '@isegoria/ui/web';
import { CouncilFiguresDocument } from './documents';
import { InsightsView, useLiveFigures } from './insights-view';

/** The council's page: every figure, live. */
export function Component() {
  return (
    <RequireRole roles={COUNCIL_ROLES}>
      <Council />
    </RequireRole>
  );
}

function Council() {
  const answer = useGraph(CouncilFiguresDocument, {}, { staleMs: 2_000 });
  useLiveFigures(councilRoom, answer);
  return <Loaded answer={answer}>{({ view }) => <InsightsView view={view} audience="council" />}</Loaded>;
}
