import { RequireRole } from '@isegoria/identity/web';
import { announce, Button, Checkbox, Columns, Empty, LinkButton, Loaded, Page, Pager, type ResultOf, Row, Rows, Tag, TimeAgo, useAct, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { DeviceWish } from './device/device-wish';
import { InboxQuery, ReadNotices, SetMailWishes, Unread } from './documents';
import { sentenceOf } from './notice-words';
import { useArrivals, useUnread } from './use-unread';

const size = 20;

/** A citizen's notices: what changed in what matters to them. */
export function Component() {
  return (
    <RequireRole>
      <Inbox />
    </RequireRole>
  );
}

function Inbox() {
  const { t } = useWords('notifications');
  const { after } = usePaging();
  const answer = useGraph(InboxQuery, { first: size, after }, { keepPrevious: true });
  const [read, reading] = useAct(ReadNotices, { refresh: [InboxQuery, Unread] });
  const unread = useUnread().data?.unreadNotices ?? 0;
  useArrivals(() => {
    void answer.refetch();
    announce(t('inbox.arrived'));
  });
  const readAll = unread > 0 && (
    <Button variant="secondary" pending={reading.pending} onClick={() => void read({ ids: null })}>
      {t('inbox.readAll')}
    </Button>
  );
  return (
    <Page title={t('inbox.title')} lead={t('inbox.lead')} actions={readAll} wide>
      <Loaded answer={answer}>
        {({ inbox, mailWishes }) => (
          <Columns>
            <div>
              <Notices items={inbox.items} onOpen={(id) => void read({ ids: [id] })} />
              <Pager next={inbox.next} total={inbox.total} size={size} />
            </div>
            <div>
              <MailWish mail={mailWishes.mail} />
              <DeviceWish />
              <LinkButton variant="quiet" to="/following">
                {t('nav.following')}
              </LinkButton>
            </div>
          </Columns>
        )}
      </Loaded>
    </Page>
  );
}

type NoticeItem = ResultOf<typeof InboxQuery>['inbox']['items'][number];

function Notices({ items, onOpen }: { items: NoticeItem[]; onOpen(id: string): void }) {
  const words = useWords('notifications');
  const { t, lt, lang } = words;
  if (items.length === 0) {
    return <Empty title={t('inbox.empty')} action={<LinkButton variant="secondary" to="/proposals">{t('inbox.toProposals')}</LinkButton>} />;
  }
  return (
    <div onClickCapture={(event) => openedNotice(event.target, onOpen)}>
      <Rows label={t('nav.inbox')}>
        {items.map(({ id, name, params, title: titles, path, at, isRead }) => {
          const title = titles && lt(titles);
          const sentence = sentenceOf(words, 'notice', name, params) ?? title;
          const about = title === null ? t('inbox.gone') : sentence?.includes(title) ? null : title;
          return (
            <Row
              key={id}
              level={2}
              title={<span data-notice={id}>{sentence}</span>}
              {...(path ? { to: path } : {})}
              note={<>{about && <><span lang={lang(titles)}>{about}</span> · </>}<TimeAgo at={at} /></>}
              tag={!isRead && <Tag tone="sun">{t('inbox.unread')}</Tag>}
            />
          );
        })}
      </Rows>
    </div>
  );
}

/** Going to what a notice is about is having read it. */
function openedNotice(target: EventTarget, onOpen: (id: string) => void): void {
  const link = target instanceof Element ? target.closest('a') : null;
  const id = link?.querySelector<HTMLElement>('[data-notice]')?.dataset['notice'];
  if (id) onOpen(id);
}

function MailWish({ mail }: { mail: boolean }) {
  const { t } = useWords('notifications');
  const [set] = useAct(SetMailWishes, { refresh: [InboxQuery] });
  const change = async (wanted: boolean) => {
    if (await set({ mail: wanted })) announce(t(wanted ? 'inbox.mailOn' : 'inbox.mailOff'));
  };
  return <Checkbox name="mail" label={t('inbox.mail')} hint={t('inbox.mailHint')} checked={mail} onChange={(wanted) => void change(wanted)} />;
}
