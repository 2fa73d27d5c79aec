import { RequireRole, useMe } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Missing, Page, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useParams } from 'react-router';
import { SectionsDocument, SurveyDocument } from '../documents';
import { EditForm } from './edit-form';
import { blank, type EditedSurvey, typedOf } from './typed';

/** Where an official puts a survey together. Nobody else sees it before it is published. */
export function Component() {
  const { id = '' } = useParams();
  return <RequireRole roles={['official', 'administrator']}>{id ? <Changing key={id} id={id} /> : <Making />}</RequireRole>;
}

function Making() {
  const { t } = useWords('surveys');
  const { me } = useMe();
  // The page chooses the id, so that saving twice makes one.
  const [first] = useState(() => crypto.randomUUID());
  const [id, keepId, forgetId] = useKept('survey:new', first);
  return (
    <Page title={t('edit.new')} lead={t('edit.lead')} back={{ to: '/surveys', label: t('page.all') }}>
      <EditForm id={id} stands={null} start={blank(me?.departmentId ?? '')} onTouch={() => keepId(id)} onSaved={forgetId} />
    </Page>
  );
}

function Changing({ id }: { id: string }) {
  const { t, lt } = useWords('surveys');
  const answer = useGraph(SurveyDocument, { id }, { staleMs: 0 });
  const questions = useGraph(SectionsDocument, { id }, { staleMs: 0 });
  const back = { to: `/surveys/${id}`, label: t('answer.toSurvey') };
  return (
    <Loaded answer={answer}>
      {({ survey }) => {
        if (!survey) return <Missing words="surveys" to="/surveys" />;
        if (!survey.canEdit) return <Page title={t('edit.frozen')} back={back}><Empty title={t('edit.frozenWhy')} action={<LinkButton to={back.to}>{back.label}</LinkButton>} /></Page>;
        return (
          <Page title={t('edit.title')} lead={lt(survey.title)} back={back}>
            <Loaded answer={questions}>{({ surveySections }) => <Standing survey={{ ...survey, sections: surveySections }} />}</Loaded>
          </Page>
        );
      }}
    </Loaded>
  );
}

function Standing({ survey }: { survey: EditedSurvey }) {
  return <EditForm id={survey.id} stands={survey} start={typedOf(survey)} />;
}
