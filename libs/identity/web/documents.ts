import { graphql } from '@isegoria/ui/web';

export const Districts = graphql(`
  query DistrictsToChoose {
    city {
      districts {
        id
        isRetired
        name {
          el
          en
        }
      }
    }
  }
`);

export const Departments = graphql(`
  query DepartmentsToChoose {
    city {
      departments {
        id
        isRetired
        name {
          el
          en
        }
      }
    }
  }
`);

export const SignInWays = graphql(`
  query SignInWays {
    signInWays {
      name
      label {
        el
        en
      }
      forStaff
      answers
    }
  }
`);

/** The other sites by which the one who asks comes in, or may. */
export const OwnWays = graphql(`
  query OwnWays {
    ownWays {
      name
      label {
        el
        en
      }
      forStaff
      since
    }
  }
`);

export const ConnectWay = graphql(`
  mutation ConnectWay($name: String!, $password: String!) {
    connectWay(name: $name, password: $password) {
      __typename
      ... on WayOpened {
        path
      }
      ... on NotAllowed {
        reason
      }
      ... on TooMany {
        retryAfterSeconds
      }
    }
  }
`);

export const DisconnectWay = graphql(`
  mutation DisconnectWay($name: String!, $password: String!) {
    disconnectWay(name: $name, password: $password) {
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

export const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      __typename
      ... on LetterSent {
        email
      }
      ... on Invalid {
        problems {
          field
          code
          limit
        }
      }
      ... on TooMany {
        retryAfterSeconds
      }
    }
  }
`);

export const ConfirmEmail = graphql(`
  mutation ConfirmEmail($token: String!) {
    confirmEmail(token: $token) {
      __typename
      ... on AddressConfirmed {
        next
      }
    }
  }
`);

export const ResendConfirmation = graphql(`
  mutation ResendConfirmation {
    resendConfirmation {
      __typename
      ... on LetterSent {
        email
      }
    }
  }
`);

export const RequestReset = graphql(`
  mutation RequestPasswordReset($email: String!) {
    requestPasswordReset(email: $email) {
      __typename
      ... on LetterSent {
        email
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

export const ResetPassword = graphql(`
  mutation ResetPassword($token: String!, $password: String!) {
    resetPassword(token: $token, password: $password) {
      __typename
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

export const ChangeEmail = graphql(`
  mutation ChangeEmail($email: String!, $password: String!) {
    changeEmail(email: $email, password: $password) {
      __typename
      ... on LetterSent {
        email
      }
      ... on Invalid {
        problems {
          field
          code
          limit
        }
      }
      ... on TooMany {
        retryAfterSeconds
      }
    }
  }
`);

export const ConfirmNewEmail = graphql(`
  mutation ConfirmNewEmail($token: String!) {
    confirmNewEmail(token: $token) {
      __typename
      ... on EmailChanged {
        email
      }
    }
  }
`);

export const ChangePassword = graphql(`
  mutation ChangePassword($current: String!, $password: String!) {
    changePassword(current: $current, password: $password) {
      __typename
      ... on Invalid {
        problems {
          field
          code
          limit
        }
      }
      ... on TooMany {
        retryAfterSeconds
      }
    }
  }
`);

export const UpdateProfile = graphql(`
  mutation UpdateProfile($input: ProfileInput!) {
    updateProfile(input: $input) {
      __typename
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

export const Demographics = graphql(`
  query Demographics {
    me {
      birthYear
      birthYearBy
      gender
      genderBy
    }
  }
`);

export const UpdateDemographics = graphql(`
  mutation UpdateDemographics($birthYear: Int, $gender: Gender) {
    updateDemographics(birthYear: $birthYear, gender: $gender) {
      __typename
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

export const SignOutEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      done
    }
  }
`);

export const DeleteAccount = graphql(`
  mutation DeleteAccount($password: String!) {
    deleteAccount(password: $password) {
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

export const PeopleQuery = graphql(`
  query People($search: String, $role: String, $first: Int, $after: String) {
    people(search: $search, role: $role, first: $first, after: $after) {
      items {
        id
        name
        email
        roles
        departmentId
        confirmed
        hasSecondStep
      }
      next
      total
    }
  }
`);

export const RoleChanges = graphql(`
  query RoleChanges {
    roleChanges(first: 10) {
      id
      citizenName
      byName
      byWay {
        el
        en
      }
      after
      at
    }
  }
`);

export const SetRoles = graphql(`
  mutation SetRoles($citizenId: ID!, $roles: [String!]!, $departmentId: ID, $seen: RolesSeenInput) {
    setRoles(citizenId: $citizenId, roles: $roles, departmentId: $departmentId, seen: $seen) {
      __typename
      ... on RolesOvertaken {
        person {
          roles
          departmentId
        }
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

/** For administrators: the latest years of birth that officials saw on cards. */
export const BirthYearChecks = graphql(`
  query BirthYearChecks {
    birthYearChecks {
      id
      citizenName
      byName
      at
    }
  }
`);

export const VerifyBirthYear = graphql(`
  mutation VerifyBirthYear($email: String!, $birthYear: Int!) {
    verifyBirthYear(email: $email, birthYear: $birthYear) {
      __typename
      ... on BirthYearVerified {
        name
        birthYear
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
    }
  }
`);

/** What goes wrong for others if the one who asks leaves now. */
export const LeavingWarnings = graphql(`
  query LeavingWarnings {
    leavingWarnings {
      el
      en
    }
  }
`);

/** What the platform keeps about the one who asks, and what becomes of it when they leave. */
export const PersonalDataParts = graphql(`
  query PersonalDataParts {
    personalDataParts {
      name
      about {
        el
        en
      }
      leaving {
        el
        en
      }
    }
  }
`);

export const NewcomerQuery = graphql(`
  query Newcomer {
    newcomer {
      name
      way {
        el
        en
      }
      email
      hasAccount
      isPerson
    }
  }
`);

export const Join = graphql(`
  mutation Join($input: JoinInput!) {
    join(input: $input) {
      __typename
      ... on Joined {
        letterSent
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

/** For administrators: of somebody who lost the device and the codes. */
export const RemoveSecondStep = graphql(`
  mutation RemoveSecondStep($citizenId: ID!) {
    removeSecondStep(citizenId: $citizenId) {
      __typename
      ... on NotAllowed {
        reason
      }
      ... on NotFound {
        reason
      }
    }
  }
`);

export const SecondStepRemovals = graphql(`
  query SecondStepRemovals {
    secondStepRemovals {
      id
      citizenName
      byName
      at
    }
  }
`);
