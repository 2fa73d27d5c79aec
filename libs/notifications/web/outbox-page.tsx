import { Fragment } from 'react';
import { Link } from 'react-router';
import { Card, Empty, Loaded, Page, TimeAgo, useGraph, useWords } from '@isegoria/ui/web';
import { OutboxQuery } from './documents';
import styles from './outbox-page.module.css';

/** The mails that would have gone out, with links that work. Only development has this page. */
export function Component() {
  const { t } = useWords('notifications');
  const answer = useGraph(OutboxQuery, {}, { everyMs: 2000 });
  return (
    <Page title={t('outbox.title')} lead={t('outbox.lead')}>
      <Loaded answer={answer}>
        {({ outbox }) => {
          if (!outbox) return <Empty title={t('outbox.refused')} />;
          if (outbox.length === 0) return <Empty title={t('outbox.empty')} />;
          return outbox.map(({ id, to, subject, text, files, at }) => (
            <Card key={id} title={subject} note={<>{t('outbox.to')} {to} · <TimeAgo at={at} /></>}>
              <p className={styles.text}>{linked(text)}</p>
              {files.length > 0 && <p>{t('outbox.files', { names: files.join(' · ') })}</p>}
            </Card>
          ));
        }}
      </Loaded>
    </Page>
  );
}

/** The platform's own addresses in a text become links within it; all else stays text. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/g).map((part, index) => {
    const isAddress = index % 2 === 1 && URL.canParse(part);
    if (!isAddress) return <Fragment key={index}>{part}</Fragment>;
    const { pathname, search } = new URL(part);
    return (
      <Link key={index} to={pathname + search}>
        {part}
      </Link>
    );
  });
}
