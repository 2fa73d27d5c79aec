export { AccountMenu } from './account-menu';
export { RequireRole } from './require-role';
export { SignInLink, useSignInPath } from './sign-in-link';
export { useMe, MeQuery, type Me } from './use-me';
