import { useParams } from 'react-router';
import { Empty, LinkButton, Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { OpinionsOf } from './documents';
import OpinionsAbout from './opinions-about';

/** The opinions about one subject, on a page of their own. */
export function Component() {
  const { t, lt } = useWords('opinions');
  const { kind = '', id = '' } = useParams();
  const subject = { kind, id };
  const answer = useGraph(OpinionsOf, { subject });
  return (
    <Loaded answer={answer}>
      {({ opinions }) =>
        opinions ? (
          <Page title={lt(opinions.title)} kicker={t('title')} lead={t('lead')} back={opinions.path.startsWith('/opinions/') ? undefined : { to: opinions.path, label: t('page.back') }} wide>
            <OpinionsAbout subject={subject} />
          </Page>
        ) : (
          <Page title={t('page.none')}>
            <Empty title={t('page.noneWhy')} action={<LinkButton to="/">{t('page.home')}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}
