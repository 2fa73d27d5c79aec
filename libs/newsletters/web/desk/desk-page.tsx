import { RequireRole } from '@isegoria/identity/web';
import { DateText, Empty, LinkButton, Loaded, Page, Pager, Row, Rows, Tag, type Tone, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { DeskDocument } from '../documents';

const size = 20;
export const tones: Record<string, Tone> = { draft: 'neutral', scheduled: 'sun', sending: 'aegean', sent: 'olive', stopped: 'terracotta' };

/** For clerks and administrators: every letter, also those that nobody else sees yet. */
export function Component() {
  return (
    <RequireRole roles={['clerk', 'administrator']}>
      <Desk />
    </RequireRole>
  );
}

function Desk() {
  const { t, lt } = useWords('newsletters');
  const { after } = usePaging();
  const answer = useGraph(DeskDocument, { first: size, after }, { keepPrevious: true, staleMs: 0 });
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')} actions={<LinkButton to="/newsletters/desk/new">{t('desk.new')}</LinkButton>}>
      <Loaded answer={answer}>
        {({ newsletterDesk: { items, next, total } }) => (
          <>
            {items.length === 0 && <Empty title={t('desk.empty')} />}
            <Rows label={t('desk.title')}>
              {items.map(({ id, title, stage, sendAt, changedAt, figures: { sent, failed, left } }) => (
                <Row
                  key={id}
                  level={2}
                  to={`/newsletters/desk/${id}`}
                  title={lt(title)}
                  tag={<Tag tone={tones[stage]}>{t(`stage.${stage}`)}</Tag>}
                  note={
                    <>
                      <DateText at={sendAt ?? changedAt} style={stage === 'scheduled' ? 'moment' : 'day'} />
                      {stage !== 'draft' && stage !== 'scheduled' && ` · ${t('figures.sent')}: ${String(sent)} · ${t('figures.failed')}: ${String(failed)} · ${t('figures.left')}: ${String(left)}`}
                    </>
                  }
                />
              ))}
            </Rows>
            <Pager next={next} total={Math.max(total, items.length)} size={size} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
