import { WhoAnsweredView } from '@isegoria/statistics/web';
import { graphql, Loaded, useGraph } from '@isegoria/ui/web';
import type { Localized } from '@isegoria/kernel/contracts';

const WhoAnsweredDocument = graphql(`
  query WhoAnswered($decisionId: ID!, $round: Int) {
    whoAnswered(decisionId: $decisionId, round: $round) {
      people
      at
      smallest
      population { id source asOf }
      tables {
        dimension
        rows {
          values isRest people share cityShare
          opinions { questionId answered favourable { value low high } }
        }
      }
      weighed {
        effect { people effective designEffect }
        joined { dimension part cityShare }
        trimmed unsaid isExact
        opinions {
          questionId answered
          raw { favourable { value low high } median { value low high } }
          weighted { favourable { value low high } median { value low high } effect { people effective designEffect } }
        }
      }
    }
    city {
      districts { id name { el en } }
    }
  }
`);

/** Who evaluated an act or a choice, in one of its rounds. */
export default function WhoAnswered({ decisionId, round = 1, criteria }: { decisionId: string; round?: number; criteria: readonly { id: string; label: Localized }[] }) {
  const answer = useGraph(WhoAnsweredDocument, { decisionId, round });
  return <Loaded answer={answer}>{({ whoAnswered, city }) => <WhoAnsweredView who={whoAnswered} questions={criteria} districts={city.districts} />}</Loaded>;
}
