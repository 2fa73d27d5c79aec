import { RequireRole, useMe } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Page, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useParams } from 'react-router';
import { EditedDocument } from '../documents';
import { EditForm } from './edit-form';
import { blank, typedOf } from './typed';

/** Where an official puts a survey together: what it is for, its dates and its questions. Nobody else sees it before it is published. */
export function Component() {
  const { id = '' } = useParams();
  return <RequireRole roles={['official', 'administrator']}>{id ? <Changing key={id} id={id} /> : <Making />}</RequireRole>;
}

function Making() {
  const { t } = useWords('surveys');
  const { me } = useMe();
  // The page chooses the id, so that saving twice makes one.
  const [first] = useState(() => crypto.randomUUID());
  const [id, keepId, forgetId] = useKept('survey-edit:new', first);
  return (
    <Page title={t('edit.new')} lead={t('edit.lead')} back={{ to: '/surveys', label: t('page.all') }}>
      <EditForm id={id} stands={null} start={blank(me?.departmentId ?? '')} onTouch={() => keepId(id)} onSaved={forgetId} />
    </Page>
  );
}

function Changing({ id }: { id: string }) {
  const { t, lt } = useWords('surveys');
  const answer = useGraph(EditedDocument, { id }, { staleMs: 0 });
  const back = { to: `/surveys/${id}`, label: t('edit.back') };
  return (
    <Loaded answer={answer}>
      {({ survey, surveySections: sections }) =>
        survey?.canEdit ? (
          <Page title={t('edit.title')} lead={lt(survey.title)} back={back}>
            <EditForm id={id} stands={survey} start={typedOf({ ...survey, sections })} />
          </Page>
        ) : (
          <Page title={survey ? t('edit.frozen') : t('page.missing')} back={survey ? back : { to: '/surveys', label: t('page.all') }}>
            <Empty title={survey ? t('edit.frozenWhy') : t('page.missingHint')} action={<LinkButton to={survey ? back.to : '/surveys'}>{survey ? back.label : t('page.all')}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}
