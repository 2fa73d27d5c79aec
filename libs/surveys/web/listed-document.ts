import { graphql, type ResultOf } from '@isegoria/ui/web';

/** A list of surveys, without their questions: also on the home page. */
export const SurveysDocument = graphql(`
  query Surveys($filter: SurveyFilter, $sort: SurveySort, $first: Int, $after: String) {
    surveys(filter: $filter, sort: $sort, first: $first, after: $after) {
      items {
        id
        title { el en }
        purpose { el en }
        status
        opensAt
        closesAt
        reportDueAt
        department { id name { el en } }
        questionCount
        minutes
        people
        report { at }
      }
      next
      total
    }
  }
`);

export type ListedSurvey = ResultOf<typeof SurveysDocument>['surveys']['items'][number];
