import { RequireRole } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { useParams, useSearchParams } from 'react-router';
import { ChoiceDocument } from './choice-documents';
import { ChoiceForm } from './choice-form';

/** Where officials put acts together to a choice, or change or split one. */
export function Component() {
  const { id = '' } = useParams();
  return <RequireRole roles={['official', 'administrator']}>{id ? <Changing id={id} /> : <Making />}</RequireRole>;
}

function Making() {
  const { t } = useWords('evaluations');
  const [params] = useSearchParams();
  return (
    <Page title={t('choice.new')} lead={t('choice.formLead')} back={{ to: '/choices', label: t('choices.all') }}>
      <ChoiceForm choice={null} search={params.get('q') ?? ''} />
    </Page>
  );
}

function Changing({ id }: { id: string }) {
  const { t, lt } = useWords('evaluations');
  const answer = useGraph(ChoiceDocument, { id }, { staleMs: 0 });
  return (
    <Loaded answer={answer}>
      {({ choice }) =>
        choice?.mine && !choice.dissolvedAt ? (
          <Page title={t('choice.editTitle')} lead={lt(choice.title)} back={{ to: `/choices/${id}`, label: t('reply.back') }}>
            <ChoiceForm key={id} choice={choice} search="" />
          </Page>
        ) : (
          <Page title={t('choice.missing')} back={{ to: '/choices', label: t('choices.all') }}>
            <Empty title={t('missingHint')} action={<LinkButton to="/choices">{t('choices.all')}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}
