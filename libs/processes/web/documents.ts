import { graphql, type ResultOf } from '@isegoria/ui/web';

export const ProcessesQuery = graphql(`
  query Processes {
    processes {
      id kind title { el en } summary { el en } currentPhaseId
      phases { id name { el en } opensAt closesAt settings { contributions } }
    }
  }
`);

export const ProcessQuery = graphql(`
  query Process($id: ID!) {
    process(id: $id) {
      id kind title { el en } summary { el en } currentPhaseId revision isDraft
      phases {
        id name { el en } summary { el en } opensAt closesAt hasBegun
        settings {
          contributions comments supports districts answerWithinDays
          evaluation { requestsToOpen openTypes secondRoundAfterDays }
          criteria { id label { el en } question { el en } }
        }
      }
    }
    phaseChanges(processId: $id) { id at byName act phaseName { el en } items { field before after } }
  }
`);

/** For administrators only. */
export const DraftsQuery = graphql(`
  query ProcessDrafts {
    draftProcesses { id title { el en } summary { el en } phases { id } }
  }
`);

/** What every act on a process may change. */
export const allProcesses = [ProcessQuery, ProcessesQuery, DraftsQuery];

export type ListedProcess = ResultOf<typeof ProcessesQuery>['processes'][number];
export type Process = NonNullable<ResultOf<typeof ProcessQuery>['process']>;
export type Phase = Process['phases'][number];
export type PhaseChange = ResultOf<typeof ProcessQuery>['phaseChanges'][number];
