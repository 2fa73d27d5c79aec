import { Arguments } from '@isegoria/comments/web';
import { ReportButton } from '@isegoria/moderation/web';
import { FollowButton } from '@isegoria/notifications/web';
import { useRoom } from '@isegoria/realtime/web';
import { Card, Columns, Disclosure, Empty, LinkButton, Loaded, Notice, Page, ReturnLink, Row, Rows, Section, SubjectParts, Tag, useGraph, useRefresh, useWords } from '@isegoria/ui/web';
import { Link, useParams } from 'react-router';
import { ChangesPart } from '../changes-part';
import { ChoiceDocument, RepliesDocument, type ChoiceOnPage } from './choice-documents';
import styles from '../decisions/decision-page.module.css';
import { DeliveredCard } from '../decisions/delivered-card';
import { RepliesPart } from '../replies-part';
import { titleLang, titleOf } from '../titles';
import { WeighingPart } from '../weighing/weighing-part';

/** A choice of the municipality: what it is in everyday words, what people think of it, what the service replied, and its acts. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useWords('evaluations');
  const answer = useGraph(ChoiceDocument, { id });
  const refresh = useRefresh();
  const { refetch } = answer;
  useRoom(id ? { kind: 'choice', id } : null, {
    onDelta: (name) => {
      if (name === 'weighing') void refetch();
      if (name === 'replied') void refresh(RepliesDocument);
    },
    onMissed: () => void refetch(),
  });
  return (
    <Loaded answer={answer}>
      {({ choice }) =>
        choice ? (
          <ChoiceView key={id} choice={choice} />
        ) : (
          <Page title={t('choice.missing')} back={{ to: '/choices', label: t('choices.all') }}>
            <Empty title={t('missingHint')} action={<LinkButton to="/choices">{t('choices.all')}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}

function ChoiceView({ choice }: { choice: ChoiceOnPage }) {
  const { t, lt } = useWords('evaluations');
  const { id, title, text, acts, mine, dissolvedAt, isDemo } = choice;
  const subject = { kind: 'choice', id };
  return (
    <Page
      wide
      title={lt(title)}
      lead={lt(text)}
      back={{ to: '/choices', label: t('choices.all') }}
      kicker={<Tag tone="aegean">{t('choice.kind', { count: acts.length })}</Tag>}
      actions={mine && !dissolvedAt && <LinkButton variant="quiet" to={`/choices/${id}/edit`}>{t('choice.edit')}</LinkButton>}
    >
      <ReturnLink />
      <Columns>
        <div className={styles.column}>
          {dissolvedAt && <Notice tone="warning" title={t('choice.dissolved')}>{t('choice.dissolvedText')}</Notice>}
          {acts.length > 0 && acts.every(({ status }) => status === 'REVOKED') && <Notice tone="warning" title={t('choice.revoked')}>{t('choice.revokedText')}</Notice>}
          <WeighingPart subject={subject} acts={acts.length} />
          <RepliesPart subject={subject} mine={mine} replyPath={`/reply/choices/${id}`} />
          <ChangesPart subject={subject} />
        </div>
        <div className={styles.column}>
          <ActsCard choice={choice} />
          <LinksCard choice={choice} />
          <FollowButton subject={subject} />
          {mine && !dissolvedAt && <DeliveredCard subject={subject} />}
          {isDemo && <p className={styles.quiet}>{t('facts.demo')}</p>}
        </div>
      </Columns>
      <SubjectParts subject={subject} />
      <Section title={t('choice.voices')}>
        <Arguments brief subject={subject} report={(item, of) => <ReportButton item={item} of={of} />} />
      </Section>
    </Page>
  );
}

function ActsCard({ choice: { acts } }: { choice: ChoiceOnPage }) {
  const words = useWords('evaluations');
  const { t, lt, d } = words;
  if (acts.length === 0) return null;
  return (
    <Card title={t('choice.acts')} note={t('choice.actsNote')}>
      <Disclosure kind="narrow" label={t('choice.actsShow', { count: acts.length })}>
        <Rows>
          {acts.map((act) => (
            <Row
              key={act.id} to={`/decisions/${act.id}`} title={titleOf(act, words)} lang={titleLang(act)} note={[lt(act.type.label), act.ada, d(act.publishedAt)].join(' · ')}
              tag={act.status === 'REVOKED' && <Tag tone="terracotta">{t('status.REVOKED')}</Tag>}
            />
          ))}
        </Rows>
      </Disclosure>
    </Card>
  );
}

function LinksCard({ choice: { links } }: { choice: ChoiceOnPage }) {
  const { t } = useWords('evaluations');
  if (links.length === 0) return null;
  return (
    <Card title={t('choice.links')}>
      <ul role="list">
        {links.map(({ subject, title, path }) => (
          <li key={path}>
            {t(`choice.link.${subject.kind}`)}: <Link to={path}>{title}</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
