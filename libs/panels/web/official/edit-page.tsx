import { RequireRole, useMe } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Missing, Page, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useParams } from 'react-router';
import { PanelDocument } from '../documents';
import { EditForm } from './edit-form';
import { blank, typedOf } from './typed';

/** Where an official writes the call of a panel. Nobody else sees it before it is published. */
export function Component() {
  const { id = '' } = useParams();
  return <RequireRole roles={['official', 'administrator']}>{id ? <Changing key={id} id={id} /> : <Making />}</RequireRole>;
}

function Making() {
  const { t } = useWords('panels');
  const { me } = useMe();
  // The page chooses the id, so that saving twice makes one.
  const [first] = useState(() => crypto.randomUUID());
  const [id, keepId, forgetId] = useKept('panel:new', first);
  return (
    <Page title={t('edit.new')} lead={t('edit.lead')} back={{ to: '/panels', label: t('page.all') }}>
      <EditForm id={id} stands={null} start={blank(me?.departmentId ?? '')} onTouch={() => keepId(id)} onSaved={forgetId} />
    </Page>
  );
}

function Changing({ id }: { id: string }) {
  const { t, lt } = useWords('panels');
  const answer = useGraph(PanelDocument, { id }, { staleMs: 0 });
  const back = { to: `/panels/${id}`, label: t('edit.toPanel') };
  return (
    <Loaded answer={answer}>
      {({ panel }) => {
        if (!panel) return <Missing words="panels" to="/panels" />;
        if (!panel.mine.canEdit) return <Page title={t('edit.frozen')} back={back}><Empty title={t('edit.frozenWhy')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} /></Page>;
        return (
          <Page title={t('edit.title')} lead={lt(panel.title)} back={back}>
            <EditForm id={id} stands={panel} start={typedOf(panel)} />
          </Page>
        );
      }}
    </Loaded>
  );
}
