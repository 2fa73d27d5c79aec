import { graphql } from '@isegoria/ui/web';

export const IsFollowing = graphql(`
  query IsFollowing($subject: SubjectInput!) {
    isFollowing(subject: $subject)
  }
`);

export const Follow = graphql(`
  mutation Follow($subject: SubjectInput!) {
    follow(subject: $subject) {
      __typename
    }
  }
`);

export const Unfollow = graphql(`
  mutation Unfollow($subject: SubjectInput!) {
    unfollow(subject: $subject) {
      __typename
    }
  }
`);

export const Unread = graphql(`
  query UnreadNotices {
    unreadNotices
  }
`);

export const InboxQuery = graphql(`
  query Inbox($first: Int, $after: String) {
    inbox(first: $first, after: $after) {
      items {
        id
        name
        title {
          el
          en
        }
        path
        at
        isRead
        params {
          name
          text
          number
          localized {
            el
            en
          }
        }
      }
      next
      total
    }
    mailWishes {
      mail
    }
  }
`);

export const FollowingQuery = graphql(`
  query Following($first: Int, $after: String) {
    following(first: $first, after: $after) {
      items {
        id
        about {
          kind
          id
        }
        title {
          el
          en
        }
        path
        because
      }
      next
      total
    }
  }
`);

export const ReadNotices = graphql(`
  mutation ReadNotices($ids: [ID!]) {
    readNotices(ids: $ids)
  }
`);

export const SetMailWishes = graphql(`
  mutation SetMailWishes($mail: Boolean!) {
    setMailWishes(mail: $mail) {
      mail
    }
  }
`);

export const DevicesQuery = graphql(`
  query Devices {
    devices {
      key
      kinds
      items {
        id
        name
        addedAt
      }
    }
  }
`);

export const AddDevice = graphql(`
  mutation AddDevice($input: DeviceInput!) {
    addDevice(input: $input) {
      __typename
      ... on DeviceAdded {
        device {
          id
        }
      }
    }
  }
`);

export const RemoveDevice = graphql(`
  mutation RemoveDevice($id: ID!) {
    removeDevice(id: $id) {
      __typename
    }
  }
`);

export const SetPushKinds = graphql(`
  mutation SetPushKinds($kinds: [PushKind!]!) {
    setPushKinds(kinds: $kinds) {
      kinds
    }
  }
`);

export const TryDevice = graphql(`
  mutation TryDevice($id: ID!) {
    tryDevice(id: $id) {
      __typename
      ... on DeviceTried {
        reached
      }
    }
  }
`);

export const StopMail = graphql(`
  mutation StopMail($citizenId: ID!, $token: String!) {
    stopMail(citizenId: $citizenId, token: $token) {
      __typename
    }
  }
`);

export const ActivityQuery = graphql(`
  query Activity($first: Int) {
    activity(first: $first) {
      id
      name
      path
      at
      params {
        name
        text
        number
        localized {
          el
          en
        }
      }
    }
  }
`);

export const OutboxQuery = graphql(`
  query Outbox {
    outbox {
      id
      to
      subject
      text
      files
      at
    }
  }
`);
