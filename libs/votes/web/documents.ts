import { graphql } from '@isegoria/ui/web';

/** How one ballot stands. */
export const TallyOf = graphql(`
  query TallyOf($ids: [ID!]!) {
    tallies(ids: $ids) {
      ballotId
      voters
      counts {
        questionId
        optionId
        count
      }
      seq
    }
  }
`);

/** The reader's own votes. */
export const MyVotes = graphql(`
  query MyVotes($ballotIds: [ID!]!) {
    myVotes(ballotIds: $ballotIds) {
      ballotId
      answers {
        questionId
        optionId
        points
      }
      isSealed
    }
  }
`);

/** One press. */
export const CastVote = graphql(`
  mutation CastVote($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!, $sealed: String) {
    castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce, sealed: $sealed) {
      __typename
      ... on VoteCast {
        seq
        leaf
        promise {
          leafHash
          index
          size
          path
          note
        }
      }
      ... on Invalid {
        problems {
          field
          code
          limit
        }
      }
      ... on NotEntitled {
        reason
      }
      ... on NotOpenYet {
        opensAt
      }
      ... on BallotClosed {
        closedAt
      }
      ... on TooMany {
        retryAfterSeconds
      }
      ... on NotKept {
        retryAfterSeconds
      }
    }
  }
`);

/** A ballot as its form needs it. */
export const BallotOf = graphql(`
  query BallotOf($id: ID!) {
    ballot(id: $id) {
      id
      kind
      secrecy
      isOpen
      opensAt
      closesAt
      districts
      channels
      questions {
        id
        options
        form
        most
        money
        costs
        points
      }
      electorate {
        verified
        minimumAge
        list
        listTitle {
          el
          en
        }
        entitled
      }
      box {
        state
        publicKey
        size
      }
    }
  }
`);

/** What stands on a ballot's paper. */
export const BallotWordsOf = graphql(`
  query BallotWordsOf($ballotId: ID!) {
    ballotWords(ballotId: $ballotId) {
      questionId
      optionId
      text {
        el
        en
      }
      note {
        el
        en
      }
    }
  }
`);

/** Whether the reader may vote, and why not. */
export const VotingRightOn = graphql(`
  query VotingRightOn($ballotId: ID!) {
    votingRight(ballotId: $ballotId) {
      ballotId
      mayVote
      reason
    }
  }
`);

/** For administrators: who may vote in what. */
export const ElectoratesDocument = graphql(`
  query Electorates {
    electorates {
      ballotId
      title {
        el
        en
      }
      path
      kind
      districts
      electorate {
        verified
        minimumAge
        list
        listTitle {
          el
          en
        }
        entitled
      }
      opensAt
      closesAt
    }
  }
`);

/** For administrators: the lists of members. */
export const MemberListsDocument = graphql(`
  query MemberLists {
    memberLists {
      id
      title {
        el
        en
      }
      members
      fixedUntil
    }
  }
`);

/** For administrators: one list and what was done to it. */
export const MemberListDocument = graphql(`
  query MemberList($id: ID!) {
    memberList(id: $id) {
      id
      title {
        el
        en
      }
      members
      fixedUntil
      changes {
        id
        at
        byName
        added
        removed
        members
      }
    }
  }
`);

export const MakeMemberList = graphql(`
  mutation MakeMemberList($title: LocalizedInput!) {
    makeMemberList(title: $title) {
      __typename
      ... on MemberList {
        id
      }
      ... on Invalid {
        problems {
          field
          code
          limit
        }
      }
    }
  }
`);

export const ChangeMembers = graphql(`
  mutation ChangeMembers($listId: ID!, $act: MemberAct!, $text: String!) {
    changeMembers(listId: $listId, act: $act, text: $text) {
      __typename
      ... on MembersChanged {
        list {
          id
          members
        }
        changed
        already
        repeated
      }
      ... on UnmatchedLines {
        lines {
          line
          text
          problem
        }
        total
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
    }
  }
`);

export const DeleteMemberList = graphql(`
  mutation DeleteMemberList($id: ID!) {
    deleteMemberList(id: $id) {
      __typename
      ... on NotAllowed {
        reason
      }
    }
  }
`);

/** The boxes of the city. */
export const Boxes = graphql(`
  query Boxes {
    boxes {
      ballotId
      title {
        el
        en
      }
      path
      state
      publicKey
      isDemo
      trustees {
        citizenId
        name
        hasGiven
      }
      result {
        valid
        invalid
        blank
        replaced
        digest
      }
    }
  }
`);

export const SetBoxKey = graphql(`
  mutation SetBoxKey($ballotId: ID!, $publicKey: String!, $trustees: [TrusteeInput!]!) {
    setBoxKey(ballotId: $ballotId, publicKey: $publicKey, trustees: $trustees) {
      __typename
      ... on NotAllowed {
        reason
      }
    }
  }
`);

export const GiveShare = graphql(`
  mutation GiveShare($ballotId: ID!, $share: String!) {
    giveShare(ballotId: $ballotId, share: $share) {
      __typename
      ... on NotAllowed {
        reason
      }
      ... on TooMany {
        retryAfterSeconds
      }
    }
  }
`);

/** Who may become a trustee: found by an administrator, by name. */
export const PeopleFor = graphql(`
  query PeopleFor($search: String!) {
    people(search: $search, first: 8) {
      items {
        id
        name
      }
    }
  }
`);

/** For officials: the ballots that take votes by another channel now. */
export const DeskBallots = graphql(`
  query DeskBallots {
    deskBallots {
      ballotId
      title {
        el
        en
      }
      path
    }
  }
`);

/** For officials: what they entered and is not counted yet. */
export const DeskEntries = graphql(`
  query DeskEntries {
    deskEntries {
      id
      ballotId
      slip
      state
      readings {
        isMine
        channel
        answers {
          questionId
          optionId
          points
        }
      }
    }
  }
`);

export const EnterBallot = graphql(`
  mutation EnterBallot($input: EnterBallotInput!) {
    enterBallot(input: $input) {
      __typename
      ... on EntryKept {
        state
      }
      ... on NotAllowed {
        reason
      }
      ... on Invalid {
        problems {
          field
        }
      }
    }
  }
`);

export const WithdrawEntry = graphql(`
  mutation WithdrawEntry($id: ID!) {
    withdrawEntry(id: $id) {
      __typename
    }
  }
`);

/** What a receipt's ballot is about. */
export const BallotTitle = graphql(`
  query BallotTitle($id: ID!) {
    ballot(id: $id) {
      title {
        el
        en
      }
      path
    }
  }
`);
