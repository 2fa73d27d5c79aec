import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { safePath } from '@isegoria/identity/contracts';
import { LinkButton, useWords } from '@isegoria/ui/web';

const doors = ['/sign-in', '/sign-in/code', '/sign-up', '/forgot', '/reset'];

/** The address of the sign-in page, with the way back to where one is now; from one door to another, with the way that one was on. */
export function useSignInPath(page: 'sign-in' | 'sign-up' = 'sign-in'): string {
  const { pathname, search } = useLocation();
  const back = doors.includes(pathname) ? safePath(new URLSearchParams(search).get('next')) : pathname + search;
  return `/${page}?next=${encodeURIComponent(back)}`;
}

/** The way to sign in and back to this page. `plain` within a sentence, otherwise as a button. */
export function SignInLink({ children, plain = false }: { children?: ReactNode; plain?: boolean }) {
  const { t } = useWords('identity');
  const to = useSignInPath();
  const label = children ?? t('signIn.act');
  return plain ? <Link to={to}>{label}</Link> : <LinkButton to={to}>{label}</LinkButton>;
}
