import { RequireRole, useMe } from '@isegoria/identity/web';
import { drawnId } from '@isegoria/kernel/contracts';
import { Empty, LinkButton, Loaded, Missing, Page, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useParams } from 'react-router';
import { MeetingDocument } from '../documents';
import { EditForm } from './edit-form';
import { blank, typedOf } from './typed';

/** Where an organiser writes a meeting. Nobody else sees it before it is announced. */
export function Component() {
  const { id = '' } = useParams();
  return <RequireRole roles={['official', 'clerk', 'administrator']}>{id ? <Changing key={id} id={id} /> : <Making />}</RequireRole>;
}

function Making() {
  const { t } = useWords('meetings');
  const { me } = useMe();
  // The page chooses the id, so that saving twice makes one.
  const [first] = useState(drawnId);
  const [id, keepId, forgetId] = useKept('meeting:new', first);
  const [start] = useState(() => blank(me?.departmentId ?? ''));
  return (
    <Page title={t('edit.new')} lead={t('edit.lead')} back={{ to: '/meetings', label: t('page.all') }}>
      <EditForm id={id} stands={null} start={start} onTouch={() => keepId(id)} onSaved={forgetId} />
    </Page>
  );
}

function Changing({ id }: { id: string }) {
  const { t, lt } = useWords('meetings');
  const answer = useGraph(MeetingDocument, { id }, { staleMs: 0 });
  const back = { to: `/meetings/${id}`, label: t('page.toMeeting') };
  return (
    <Loaded answer={answer}>
      {({ meeting }) => {
        if (!meeting) return <Missing words="meetings" to="/meetings" />;
        if (!meeting.mine.canEdit) return <Page title={t('edit.frozen')} back={back}><Empty title={t('edit.frozenWhy')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} /></Page>;
        return <Page title={t('edit.title')} lead={lt(meeting.title)} back={back}><EditForm id={id} stands={meeting} start={typedOf(meeting)} /></Page>;
      }}
    </Loaded>
  );
}
