import { Button, FormActs, graphql, LinkButton, useGraph, useWords } from '@isegoria/ui/web';
import { useSignInPath } from './sign-in-link';

const WaysToVerifyDocument = graphql(`
  query WaysToVerify {
    signInWays { name label { el en } forStaff vouches }
  }
`);

export interface WaysToVerifyProps {
  /** Whether the reader may also sign in with an account that they have: it may be a verified one. */
  isVisitor: boolean;
  /** The place on this page to which they come back. */
  at?: string;
}

/** The ways by which somebody becomes a verified person, and back to this page. Nothing where this city has none. */
export function WaysToVerify({ isVisitor, at = '' }: WaysToVerifyProps) {
  const { t, lt } = useWords('identity');
  const signIn = useSignInPath();
  const { data } = useGraph(WaysToVerifyDocument, {}, { staleMs: 600_000 });
  const back = encodeURIComponent(`${window.location.pathname}${at}`);
  const ways = (data?.signInWays ?? []).filter(({ vouches, forStaff }) => vouches && !forStaff);
  return (
    <>
      {ways.length > 0 && <p>{t('verify.back')}</p>}
      <FormActs>
        {ways.map(({ name, label }) => (
          <Button key={name} onClick={() => window.location.assign(`/auth/${name}?next=${back}`)}>{t('verify.with', { way: lt(label) })}</Button>
        ))}
        {isVisitor && <LinkButton variant={ways.length > 0 ? 'secondary' : 'primary'} to={signIn}>{t('verify.signIn')}</LinkButton>}
      </FormActs>
    </>
  );
}
