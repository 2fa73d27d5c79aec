import { graphql, type ResultOf } from '@isegoria/ui/web';

export const CouncilFiguresDocument = graphql(`
  query CouncilFigures {
    view: councilFigures {
      at
      figures {
        id chapter title { el en } headline { el en } note { el en } chart
        columns { key type label { el en } }
        rows { text { el en } number date }
      }
    }
  }
`);

export const CityFiguresDocument = graphql(`
  query CityFigures {
    view: cityFigures {
      at
      figures {
        id chapter title { el en } headline { el en } note { el en } chart
        columns { key type label { el en } }
        rows { text { el en } number date }
      }
    }
  }
`);

export type View = ResultOf<typeof CityFiguresDocument>['view'];
export type Figure = View['figures'][number];
