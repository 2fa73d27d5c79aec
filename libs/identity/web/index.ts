export { AccountMenu } from './account-menu';
export { RefusalNotice } from './refusal-notice';
export { RequireRole } from './require-role';
export { ResendConfirmation } from './resend-confirmation';
export { SignInLink, useSignInPath } from './sign-in-link';
export { useMe, MeQuery, type Me } from './use-me';
export { WaysToVerify, type WaysToVerifyProps } from './ways-to-verify';
