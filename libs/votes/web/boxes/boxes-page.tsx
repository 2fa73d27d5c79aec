import { Empty, Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { Boxes } from '../documents';
import { BoxCard } from './box-card';

/** The boxes of the city's sealed ballots: for everybody how far they are, for trustees where a share is given, for administrators where a key is made. */
export function Component() {
  const { t } = useWords('votes');
  const answer = useGraph(Boxes, {}, { everyMs: 5000 });
  return (
    <Page title={t('boxes.title')} lead={t('boxes.lead')}>
      <Loaded answer={answer}>
        {({ boxes }) => (boxes.length === 0 ? <Empty title={t('boxes.none')} /> : boxes.map((box) => <BoxCard key={box.ballotId} box={box} />))}
      </Loaded>
    </Page>
  );
}
