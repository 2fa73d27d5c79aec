import { useMe } from '@isegoria/identity/web';
import { Empty, Loaded, Notice, Page, Section, useGraph, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { Boxes } from '../documents';
import { AuditForm } from './audit-form';

/** Where a trustee, or whoever has the file, audits an opened box in their own browser. */
export function Component() {
  const { ballotId = '' } = useParams();
  const { t, lt } = useWords('votes');
  const { me } = useMe();
  const answer = useGraph(Boxes, {});
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')} back={{ to: '/votes/boxes', label: t('boxes.title') }}>
      <Loaded answer={answer}>
        {({ boxes }) => {
          const box = boxes.find((one) => one.ballotId === ballotId);
          if (!box?.result) return <Empty title={t('audit.shut')} />;
          const isTrustee = box.trustees.some(({ citizenId }) => citizenId === me?.id);
          return (
            <Section title={box.title ? lt(box.title) : ballotId}>
              {!isTrustee && <Notice>{t('audit.others')}</Notice>}
              <AuditForm ballotId={ballotId} isTrustee={isTrustee} />
            </Section>
          );
        }}
      </Loaded>
    </Page>
  );
}
