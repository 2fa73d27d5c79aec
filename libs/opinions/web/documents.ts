import { graphql, type ResultOf } from '@isegoria/ui/web';

const StatementFields = graphql(`
  fragment StatementFields on OpinionStatement @_unmask {
    id
    text
    visibility
    mine
    answer
    decision {
      rule
      reason
      caseId
    }
  }
`);

const FindingFields = graphql(`
  fragment FindingFields on OpinionFinding @_unmask {
    statement
    text
    agrees
    disagrees
    passes
    agreement
    disagreement
    groups {
      group
      agrees
      disagrees
      passes
    }
  }
`);

const OwnFields = graphql(
  `
    fragment OwnFields on Opinions @_unmask {
      title {
        el
        en
      }
      path
      open
      waits
      statements
      answered
      groupMinimum
      next {
        ...StatementFields
      }
      given {
        ...StatementFields
      }
      mine {
        ...StatementFields
      }
      standing {
        x
        y
        group
      }
    }
  `,
  [StatementFields],
);

const MapFields = graphql(
  `
    fragment MapFields on OpinionMap @_unmask {
      version
      participants
      answers
      points {
        x
        y
        people
        group
      }
      groups {
        group
        people
        holds {
          statement
          text
          agrees
          share
        }
      }
      agreed {
        ...FindingFields
      }
      split {
        ...FindingFields
      }
      findings {
        ...FindingFields
      }
    }
  `,
  [FindingFields],
);

export type OwnOpinions = ResultOf<typeof OwnFields>;
export type ShownMap = ResultOf<typeof MapFields>;
/** What the page shows: the reader's own part, that each answer brings anew, and the map, that comes when it is drawn. */
export type ShownOpinions = OwnOpinions & { map: ShownMap | null };
export type ShownStatement = ResultOf<typeof StatementFields>;
export type ShownFinding = ResultOf<typeof FindingFields>;
export type GivenAnswer = NonNullable<ShownStatement['answer']>;

export const OpinionsOf = graphql(
  `
    query OpinionsOf($subject: SubjectInput!) {
      opinions(subject: $subject) {
        ...OwnFields
        map {
          ...MapFields
        }
      }
    }
  `,
  [OwnFields, MapFields],
);

export const AnswerOpinion = graphql(
  `
    mutation AnswerOpinion($id: ID!, $answer: OpinionAnswer!) {
      answerOpinion(id: $id, answer: $answer) {
        __typename
        ... on OpinionAnswered {
          opinions {
            ...OwnFields
          }
        }
        ... on NotAllowed {
          reason
        }
        ... on NotFound {
          reason
        }
        ... on TooMany {
          retryAfterSeconds
        }
      }
    }
  `,
  [OwnFields],
);

export const AddOpinion = graphql(
  `
    mutation AddOpinion($input: AddOpinionInput!) {
      addOpinion(input: $input) {
        __typename
        ... on OpinionSaved {
          statement {
            ...StatementFields
          }
        }
        ... on OpinionThere {
          statement {
            ...StatementFields
          }
        }
        ... on Invalid {
          problems {
            field
            code
            limit
          }
        }
        ... on NotAllowed {
          reason
        }
        ... on NotFound {
          reason
        }
        ... on TooMany {
          retryAfterSeconds
        }
      }
    }
  `,
  [StatementFields],
);

export const WithdrawOpinion = graphql(`
  mutation WithdrawOpinion($id: ID!) {
    withdrawOpinion(id: $id) {
      __typename
    }
  }
`);
