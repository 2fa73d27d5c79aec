import { useState } from 'react';
import { RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { sourceInput } from '@isegoria/requests/contracts';
import { announce, AskedButton, Button, DateText, Empty, Form, FormActs, graphql, Loaded, Notice, Page, type Problem, type ResultOf, Row, Rows, Section, Tag, TextField, useAct, useFocusBack, useGraph, useWords } from '@isegoria/ui/web';
import styles from './sources.module.css';

const Sources = graphql(`
  query RequestSources {
    requestSources { id name createdAt lastUsedAt isRevoked requests }
  }
`);

const MakeSource = graphql(`
  mutation MakeRequestSource($name: String!) {
    makeRequestSource(name: $name) { __typename ... on RequestSourceMade { key source { id name } } ... on Invalid { problems { field code limit } } }
  }
`);

const RevokeSource = graphql(`
  mutation RevokeRequestSource($id: ID!) {
    revokeRequestSource(id: $id) { __typename ... on RequestSourceRevoked { source { id } } ... on NotFound { reason } }
  }
`);

type Source = ResultOf<typeof Sources>['requestSources'][number];

/** Where an administrator gives other programs the keys by which they hand requests in, and takes them back. */
export function Component() {
  return (
    <RequireRole roles={['administrator']}>
      <SourcesPage />
    </RequireRole>
  );
}

function SourcesPage() {
  const { t, rich } = useWords('requests');
  const answer = useGraph(Sources, {});
  const [made, setMade] = useState<{ id: string; key: string } | null>(null);
  const [revoke, revoking] = useAct(RevokeSource, { refresh: [Sources] });
  const box = useFocusBack();
  const end = async (id: string, close: () => void) => {
    if ((await revoke({ id })) === null) return;
    // The key that is still on the page opens nothing any more.
    setMade((shown) => (shown?.id === id ? null : shown));
    close();
    announce(t('sources.revoked'));
  };
  return (
    <Page title={t('sources.title')} lead={t('sources.lead')}>
      <p>{rich('sources.endpoint', { code: (text) => <code className={styles.code}>{text}</code>, discovery: (text) => <a href="/open311/v2/discovery.xml">{text}</a> }, { url: `${window.location.origin}/open311/v2` })}</p>
      <div ref={box} className={styles.stack}>
        <Loaded answer={answer}>
          {({ requestSources }) => (
            <>
              {requestSources.length === 0 && <Empty title={t('sources.none')} />}
              <Rows label={t('sources.title')}>
                {requestSources.map((source) => (
                  <Row key={source.id} level={2} title={source.name} note={<Used source={source} />}>
                    {source.isRevoked ? (
                      <Tag>{t('sources.isRevoked')}</Tag>
                    ) : (
                      <AskedButton
                        act={t('sources.revoke')} label={t('sources.revokeOf', { name: source.name })} question={t('sources.revokeAsk', { name: source.name })} yes={t('sources.revokeYes')} no={t('sources.revokeNo')}
                        pending={revoking.pending} onYes={(close) => end(source.id, close)}
                      >
                        <p>{t('sources.revokeLoses')}</p>
                      </AskedButton>
                    )}
                  </Row>
                ))}
              </Rows>
            </>
          )}
        </Loaded>
        {made && (
          <Notice tone="done" live title={t('sources.made')}>
            <p>{t('sources.once')}</p>
            <code className={styles.code}>{made.key}</code>
          </Notice>
        )}
        <NewSource onMade={setMade} />
      </div>
    </Page>
  );
}

/** How much came from it, since when, and when it was last heard of. */
function Used({ source: { requests, createdAt, lastUsedAt } }: { source: Source }) {
  const { t } = useWords('requests');
  return (
    <>
      {t('sources.requests', { count: requests })} · {t('sources.since')} <DateText at={createdAt} /> · {lastUsedAt ? <>{t('sources.lastUsed')} <DateText at={lastUsedAt} style="moment" /></> : t('sources.neverUsed')}
    </>
  );
}

function NewSource({ onMade }: { onMade(made: { id: string; key: string } | null): void }) {
  const { t } = useWords('requests');
  const [name, setName] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [make, { pending }] = useAct(MakeSource, { refresh: [Sources] });
  const submit = async () => {
    const wrong = problemsOf(sourceInput, { name });
    setProblems(wrong);
    onMade(null);
    const given = wrong.length === 0 ? (await make({ name }))?.makeRequestSource : null;
    if (given?.__typename === 'Invalid') setProblems(given.problems);
    if (given?.__typename !== 'RequestSourceMade') return;
    onMade({ id: given.source.id, key: given.key });
    setName('');
    announce(t('sources.made'));
  };
  return (
    <Section title={t('sources.new')}>
      <Form words="requests" label={t('sources.new')} problems={problems} onSubmit={() => void submit()}>
        <TextField name="name" label={t('sources.name')} hint={t('sources.nameHint')} value={name} onChange={setName} />
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('sources.make')}
          </Button>
        </FormActs>
      </Form>
    </Section>
  );
}
