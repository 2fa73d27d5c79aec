import { graphql, type ResultOf } from '@isegoria/ui/web';

export const PanelsDocument = graphql(`
  query Panels($stage: PanelStage, $first: Int, $after: String) {
    panels(stage: $stage, first: $first, after: $after) {
      total
      next
      items { id title { el en } text { el en } stage department { id name { el en } } seats offers closesAt drawsAt }
    }
  }
`);

export type ListedPanel = ResultOf<typeof PanelsDocument>['panels']['items'][number];
