import { graphql } from '@isegoria/ui/web';

/** How the ledger stands, and who watches it. */
export const LedgerNow = graphql(`
  query LedgerNow {
    ledger {
      origin
      key
      size
      root
      mergeDelaySeconds
      witnesses {
        name
        size
        at
      }
    }
  }
`);

/** The acts of power, the newest first. */
export const LedgerActs = graphql(`
  query LedgerActs($first: Int, $after: String) {
    ledgerActs(first: $first, after: $after) {
      items {
        id
        act
        rule
        role
        outcome
        title {
          el
          en
        }
        path
        details {
          name
          value
        }
        index
      }
      next
      total
    }
  }
`);

/** Where a leaf stands: a hint only, what it proves is checked on the tiles. */
export const LedgerPlace = graphql(`
  query LedgerPlace($leafHash: String!) {
    ledgerProof(leafHash: $leafHash) {
      index
    }
  }
`);
