import { graphql, type ResultOf } from '@isegoria/ui/web';

/** A list of consultations, without their texts: also on the home page. */
export const ConsultationsDocument = graphql(`
  query Consultations($filter: ConsultationFilter, $sort: ConsultationSort, $first: Int, $after: String) {
    consultations(filter: $filter, sort: $sort, first: $first, after: $after) {
      items {
        id
        title { el en }
        summary { el en }
        status
        opensAt
        closesAt
        answerDueAt
        department { id name { el en } }
        articleCount
        stanceCount
        argumentCount
        amendmentCount
        answer { at adopted partly notAdopted }
      }
      next
      total
    }
  }
`);

export type ListedConsultation = ResultOf<typeof ConsultationsDocument>['consultations']['items'][number];
