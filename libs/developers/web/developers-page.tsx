import { SignInLink, useMe } from '@isegoria/identity/web';
import { Disclosure, Facts, Loaded, Page, Section, useGraph, useWords } from '@isegoria/ui/web';
import { FairUseQuery } from './documents';
import styles from './developers.module.css';
import { Examples } from './examples';
import { Keys } from './keys';
import { Webhooks } from './webhooks';

/** A receiver, with the specification's own package. */
const receiver = `import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.WEBHOOK_SECRET); // whsec_…

createServer(async (request, reply) => {
  try {
    const { type, data } = webhook.verify(await text(request), request.headers);
    console.log(type, data.title, data.url);
    reply.writeHead(204).end();
  } catch {
    reply.writeHead(400).end();
  }
}).listen(8080);`;

function SignedOut({ says }: { says: string }) {
  return (
    <p>
      <SignInLink plain>{says}</SignInLink>
    </p>
  );
}

/** For whoever writes programs: the API with examples that run, the limits, one's keys and webhooks. */
export function Component() {
  const { t, n, rich } = useWords('developers');
  const { me } = useMe();
  const limits = useGraph(FairUseQuery, {});
  const code = (text: string) => <code className={styles.code}>{text}</code>;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section title={t('start.title')}>
        <div className={styles.stack}>
          <p>{rich('start.text', { code })}</p>
          <p>
            <a href="/graphql/schema.graphql">{t('start.schema')}</a>
          </p>
          <Examples />
        </div>
      </Section>
      <Section title={t('limits.title')}>
        <Loaded answer={limits}>
          {({ fairUse: { visitor, withKey, highestCost, deepest } }) => (
            <div className={styles.stack}>
              <p>{rich('limits.text', { code })}</p>
              <Facts
                facts={[
                  { label: t('limits.highestCost'), value: n(highestCost) },
                  { label: t('limits.visitor'), value: n(visitor) },
                  { label: t('limits.withKey'), value: n(withKey) },
                  { label: t('limits.deepest'), value: n(deepest) },
                ]}
              />
              <p>{rich('limits.persisted', { code })}</p>
            </div>
          )}
        </Loaded>
      </Section>
      <Section title={t('open311.title')}>
        <div className={styles.stack}>
          <p>{rich('open311.text', { code })}</p>
          <p>
            <a href="/open311/v2/discovery.xml">{t('open311.discovery')}</a>
          </p>
        </div>
      </Section>
      <Section title={t('keys.title')}>{me ? <Keys /> : <SignedOut says={t('keys.signIn')} />}</Section>
      <Section title={t('hooks.title')}>
        <div className={styles.stack}>
          <p>{rich('hooks.text', { code })}</p>
          <Disclosure label={t('hooks.check')}>
            <pre className={styles.answer} tabIndex={0} aria-label={t('hooks.check')}>
              {receiver}
            </pre>
          </Disclosure>
          {me ? limits.data && <Webhooks events={limits.data.fairUse.events} /> : <SignedOut says={t('hooks.signIn')} />}
        </div>
      </Section>
    </Page>
  );
}
