import { RequireRole } from '@isegoria/identity/web';
import { useCity } from '@isegoria/organisation/web';
import { announce, BothLanguages, Button, Empty, Form, FormActs, Loaded, Page, type Problem, type ResultOf, Row, Rows, Section, Tag, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { memberListInput } from '@isegoria/votes/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ElectoratesDocument, MakeMemberList, MemberListsDocument } from '../documents';
import { askedOf } from './who-votes';

type Electorate = ResultOf<typeof ElectoratesDocument>['electorates'][number];

/** For administrators: who may vote in what, and the lists of members that ballots may ask. */
export function Component() {
  return (
    <RequireRole roles={['administrator']}>
      <ElectoratesPage />
    </RequireRole>
  );
}

function ElectoratesPage() {
  const { t, lt } = useWords('votes');
  const ballots = useGraph(ElectoratesDocument, {});
  const lists = useGraph(MemberListsDocument, {});
  return (
    <Page title={t('electorates.title')} lead={t('electorates.lead')}>
      <Section title={t('electorates.ballots')}>
        <Loaded answer={ballots}>
          {({ electorates }) => (electorates.length === 0 ? <Empty title={t('electorates.none')} /> : <Rows>{electorates.map((one) => <BallotRow key={one.ballotId} ballot={one} />)}</Rows>)}
        </Loaded>
      </Section>
      <Section title={t('electorates.lists')}>
        <Loaded answer={lists}>
          {({ memberLists }) =>
            memberLists.length === 0 ? (
              <Empty title={t('electorates.noLists')}>{t('electorates.noListsWhy')}</Empty>
            ) : (
              <Rows>
                {memberLists.map(({ id, title, members, fixedUntil }) => (
                  <Row key={id} to={`/electorates/${id}`} title={lt(title)} note={t('electorates.members', { count: members })} tag={fixedUntil && <Tag tone="aegean">{t('electorates.fixed')}</Tag>} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Section>
      <NewList />
    </Page>
  );
}

function BallotRow({ ballot }: { ballot: Electorate }) {
  const words = useWords('votes');
  const { t, d, lt } = words;
  const { districtName } = useCity();
  const { ballotId, title, path, kind, electorate, opensAt, closesAt } = ballot;
  const isAhead = opensAt !== null && new Date(opensAt) > new Date();
  const when = isAhead ? t('electorates.opens', { at: d(opensAt, 'moment') }) : closesAt && t('electorates.until', { at: d(closesAt, 'moment') });
  return (
    <Row
      title={title ? lt(title) : ballotId}
      {...(path ? { to: path } : {})}
      figure={electorate.entitled === null ? undefined : words.n(electorate.entitled)}
      note={[t(`mine.kind.${kind}`), when].filter(Boolean).join(' · ')}
    >
      <p>{askedOf(words, ballot, districtName).join(' · ')}</p>
    </Row>
  );
}

/** A list begins with its name; who is on it comes on its own page. */
function NewList() {
  const { t } = useWords('votes');
  const navigate = useNavigate();
  const [title, setTitle] = useState({ el: '', en: '' });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [make, { pending }] = useAct(MakeMemberList, { refresh: [MemberListsDocument] });
  const send = async () => {
    const wrong = problemsOf(memberListInput, { title });
    setProblems(wrong);
    const made = wrong.length === 0 && (await make({ title }))?.makeMemberList;
    if (!made) return;
    if (made.__typename === 'Invalid') return setProblems(made.problems);
    announce(t('electorates.made'));
    await navigate(`/electorates/${made.id}`);
  };
  return (
    <Section title={t('electorates.new')}>
      <Form words="votes" label={t('electorates.new')} problems={problems} onSubmit={() => void send()}>
        <BothLanguages name="title" label={t('electorates.titleEl')} labelEn={t('electorates.titleEn')} needsEnglish value={title} onChange={setTitle} />
        <FormActs>
          <Button type="submit" pending={pending}>{t('electorates.make')}</Button>
        </FormActs>
      </Form>
    </Section>
  );
}
