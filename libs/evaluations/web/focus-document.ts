import { graphql } from '@isegoria/ui/web';

export const FocusDocument = graphql(`
  query InFocus {
    inFocus {
      path
      title { el en }
      text { el en }
      opinion { people criteria { counts } }
    }
  }
`);
