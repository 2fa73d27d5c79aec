import { Link } from 'react-router';
import { Button, graphql, Notice, Page, useGraph, useWords } from '@isegoria/ui/web';

/** Only whether there is an outbox here: in a city with a mail server, or in production, there is none. */
const HasOutbox = graphql(`
  query HasOutbox {
    outbox {
      id
    }
  }
`);

/** What comes after a sign-up: look at your mail; and where no letter comes, the form once more. */
export function LetterIsOut({ to, onAgain }: { to: string; onAgain(): void }) {
  const { t } = useWords('identity');
  const { data } = useGraph(HasOutbox, {}, { staleMs: 0 });
  return (
    <Page step="sent" title={t('signUp.sent')}>
      <Notice tone="done" live>
        {t('signUp.sentLead', { email: to })}
      </Notice>
      <p>{t('signUp.sentNot')}</p>
      <p>
        <Button variant="secondary" onClick={onAgain}>
          {t('signUp.again')}
        </Button>
      </p>
      {data?.outbox && (
        <p>
          <Link to="/outbox">{t('signUp.outbox')}</Link>
        </p>
      )}
    </Page>
  );
}
