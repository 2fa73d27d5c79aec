import { RequireRole, useMe } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Page, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useParams } from 'react-router';
import { EditedDocument, type EditedConsultation } from '../documents';
import { EditForm } from './edit-form';
import { blank, typedOf } from './typed';

/** Where an official puts a text together: its words, its dates and its articles. Nobody else sees it before it is published. */
export function Component() {
  const { id = '' } = useParams();
  return <RequireRole roles={['official', 'administrator']}>{id ? <Changing key={id} id={id} /> : <Making />}</RequireRole>;
}

function Making() {
  const { t } = useWords('consultations');
  const { me } = useMe();
  // The page chooses the id, so that saving twice makes one.
  const [first] = useState(() => crypto.randomUUID());
  const [id, keepId, forgetId] = useKept('consultation:new', first);
  return (
    <Page title={t('edit.new')} lead={t('edit.lead')} back={{ to: '/consultations', label: t('page.all') }}>
      <EditForm id={id} stands={null} start={blank(me?.departmentId ?? '')} onTouch={() => keepId(id)} onSaved={forgetId} />
    </Page>
  );
}

function Changing({ id }: { id: string }) {
  const { t, lt } = useWords('consultations');
  const answer = useGraph(EditedDocument, { id }, { staleMs: 0 });
  const back = { to: `/consultations/${id}`, label: t('edit.back') };
  return (
    <Loaded answer={answer}>
      {({ consultation, consultationArticles }) =>
        consultation?.canEdit ? (
          <Page title={t('edit.title')} lead={lt(consultation.title)} back={back}>
            <Standing consultation={{ ...consultation, articles: consultationArticles }} />
          </Page>
        ) : (
          <Page title={consultation ? t('edit.frozen') : t('page.missing')} back={consultation ? back : { to: '/consultations', label: t('page.all') }}>
            <Empty title={consultation ? t('edit.frozenWhy') : t('page.missingHint')} action={<LinkButton to={consultation ? back.to : '/consultations'}>{consultation ? back.label : t('page.all')}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Standing({ consultation }: { consultation: EditedConsultation }) {
  return <EditForm id={consultation.id} stands={consultation} start={typedOf(consultation)} />;
}
