import { graphql } from '@isegoria/ui/web';

export const PartNewsQuery = graphql(`
  query PartNews($part: SubjectInput!, $first: Int, $after: String) {
    partNews(part: $part, first: $first, after: $after) {
      title { el en }
      news {
        items { id name title { el en } path at params { name text number localized { el en } } }
        next
        total
      }
    }
  }
`);

export const MyNewsQuery = graphql(`
  query MyNews($part: SubjectInput, $since: DateTime, $until: DateTime, $first: Int, $after: String) {
    myNews(part: $part, since: $since, until: $until, first: $first, after: $after) {
      items { id name title { el en } path at params { name text number localized { el en } } }
      next
      total
    }
  }
`);

export const FollowedPartsQuery = graphql(`
  query FollowedParts {
    followedParts { id about { kind id } title { el en } path }
  }
`);

export const DigestWishesQuery = graphql(`
  query DigestWishes {
    digestWishes { rhythm nextAt }
  }
`);

export const SetDigestRhythm = graphql(`
  mutation SetDigestRhythm($rhythm: DigestRhythm!) {
    setDigestRhythm(rhythm: $rhythm) { rhythm nextAt }
  }
`);
