import { graphql, type ResultOf } from '@isegoria/ui/web';

export const TimelineDocument = graphql(`
  query Timeline($subject: SubjectInput!) {
    timeline(subject: $subject) {
      moments { id at title { el en } about { kind id } aboutTitle { el en } path isComing }
      things { subject { kind id } title { el en } path }
    }
  }
`);

export type ShownTimeline = NonNullable<ResultOf<typeof TimelineDocument>['timeline']>;
export type ShownMoment = ShownTimeline['moments'][number];
