import { RequireRole } from '@isegoria/identity/web';
import { announce, Button, Empty, Loaded, Notice, Page, type ResultOf, Row, Rows, Section, TimeAgo, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { DeleteMemberList, MemberListDocument, MemberListsDocument } from '../documents';
import { MembersForm } from './members-form';

export type List = NonNullable<ResultOf<typeof MemberListDocument>['memberList']>;

/** For administrators: one list of members, how many they are, and where people are put on it or taken off. */
export function Component() {
  const { id = '' } = useParams();
  const { t, lt } = useWords('votes');
  const answer = useGraph(MemberListDocument, { id });
  const back = { to: '/electorates', label: t('electorates.title') };
  return (
    <RequireRole roles={['administrator']}>
      <Loaded answer={answer}>
        {({ memberList: list }) =>
          list ? (
            <Page title={lt(list.title)} lead={t('electorates.members', { count: list.members })} back={back}>
              <ListView list={list} />
            </Page>
          ) : (
            <Page title={t('electorates.gone')} back={back}>
              <Empty title={t('electorates.gone')} />
            </Page>
          )
        }
      </Loaded>
    </RequireRole>
  );
}

function ListView({ list }: { list: List }) {
  const { t, d } = useWords('votes');
  return (
    <>
      {list.fixedUntil ? <Notice tone="warning" title={t('electorates.fixedTitle', { at: d(list.fixedUntil, 'moment') })}>{t('electorates.fixedWhy')}</Notice> : <MembersForm list={list} />}
      <Section title={t('electorates.changes')}>
        {list.changes.length === 0 && <Empty title={t('electorates.noChanges')} />}
        <Rows>
          {list.changes.map(({ id, at, byName, added, removed, members }) => (
            <Row key={id} title={added > 0 ? t('electorates.added', { count: added }) : t('electorates.removed', { count: removed })} note={<>{byName || t('electorates.byCity')} · <TimeAgo at={at} /> · {t('electorates.then', { count: members })}</>} />
          ))}
        </Rows>
        <p>{t('electorates.inLedger')}</p>
      </Section>
      {!list.fixedUntil && <Remove list={list} />}
    </>
  );
}

/** The whole list, in two presses. */
function Remove({ list }: { list: List }) {
  const { t } = useWords('votes');
  const navigate = useNavigate();
  const [isSure, setSure] = useState(false);
  const [remove, { pending }] = useAct(DeleteMemberList, { refresh: [MemberListsDocument] });
  const press = async () => {
    if (!isSure) return setSure(true);
    const fate = (await remove({ id: list.id }))?.deleteMemberList;
    if (fate?.__typename !== 'MemberListDeleted') return;
    announce(t('electorates.deleted'));
    await navigate('/electorates');
  };
  return (
    <Section title={t('electorates.delete')}>
      {isSure && <Notice tone="warning" live>{t('electorates.deleteSure', { count: list.members })}</Notice>}
      <Button variant={isSure ? 'danger' : 'secondary'} pending={pending} onClick={() => void press()}>{t(isSure ? 'electorates.deleteYes' : 'electorates.delete')}</Button>
    </Section>
  );
}
