import { useMe, WaysToVerify } from '@isegoria/identity/web';
import { Button, Empty, LinkButton, Loaded, Notice, Page, PlainText, sayOnArrival, Section, useAct, useFate, useGraph, useWords } from '@isegoria/ui/web';
import { useNavigate, useParams } from 'react-router';
import { InvitationDocument, JoinDocument, MineDocument } from '../documents';
import styles from '../initiatives.module.css';

/** What somebody reads who was asked to promote an initiative, before they say yes to its very words. */
export function Component() {
  const { invitation = '' } = useParams();
  const { t, lt } = useWords('initiatives');
  const { me } = useMe();
  const answer = useGraph(InvitationDocument, { invitation }, { staleMs: 0 });
  return (
    <Loaded answer={answer}>
      {({ initiativeInvitation: found }) =>
        found ? (
          <Page title={found.initiative.title} lang="el" kicker={<span>{lt(found.initiative.terms.name)}</span>} lead={t('join.lead', { name: found.initiative.promoters[0]?.name })}>
            <div className={styles.statement} lang="el"><PlainText text={found.initiative.text} /></div>
            <Section title={t('page.why')}><PlainText text={found.initiative.why} /></Section>
            <Section title={t('join.title')}>
              <p>{t('join.means')}</p>
              {found.reason === null ? (
                <Join invitation={invitation} id={found.initiative.id} />
              ) : (
                <Notice title={t(`join.${found.reason}`)}>
                  {(found.reason === 'sign_in' || found.reason === 'verified') && <WaysToVerify at="#sign" isVisitor={me === null} />}
                  {found.reason === 'already' && <LinkButton to={`/initiatives/${found.initiative.id}`}>{t('join.open')}</LinkButton>}
                </Notice>
              )}
            </Section>
          </Page>
        ) : (
          <Page title={t('join.missing')}>
            <Empty title={t('join.missingHint')} action={<LinkButton to="/initiatives">{t('page.all')}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Join({ invitation, id }: { invitation: string; id: string }) {
  const { t } = useWords('initiatives');
  const navigate = useNavigate();
  const { refused, take } = useFate('initiatives');
  const [join, { pending }] = useAct(JoinDocument, { refresh: [InvitationDocument, MineDocument] });
  const yes = async () => {
    const result = (await join({ invitation }))?.joinInitiative;
    if (!take(result, t('join.joined'))) return;
    sayOnArrival(t('join.joined'));
    await navigate(`/initiatives/${id}`);
  };
  return (
    <>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <div className={styles.acts}><Button pending={pending} onClick={() => void yes()}>{t('join.act')}</Button></div>
    </>
  );
}
