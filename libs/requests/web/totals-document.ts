import { graphql } from '@isegoria/ui/web';

/** How the city stands. In a file of its own: the home page asks for nothing else of ours. */
export const RequestTotalsDocument = graphql(`
  query RequestTotals {
    requestTotals { open overdue submitted fixed medianDays }
  }
`);
