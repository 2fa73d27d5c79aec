import type { CityPart } from '@isegoria/organisation/contracts';
import { announce, Button, Dialog, graphql, Notice, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { CityQuery } from './use-city';

const RetirePart = graphql(`
  mutation RetireCityPart($part: CityPart!, $id: ID!) {
    retireCityPart(part: $part, id: $id) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

const RestorePart = graphql(`
  mutation RestoreCityPart($part: CityPart!, $id: ID!) {
    restoreCityPart(part: $part, id: $id) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

interface RetiringProps {
  part: CityPart;
  id: string;
  name: string;
  isRetired: boolean;
}

/** The act that retires a part of the city, after a second thought, or brings it back; and why that may not be. */
export function Retiring({ part, id, name, isRetired }: RetiringProps) {
  const { t } = useWords('organisation');
  const [asking, ask] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [retire, retiring] = useAct(RetirePart, { refresh: [CityQuery] });
  const [restore, restoring] = useAct(RestorePart, { refresh: [CityQuery] });
  const tell = (answer: { __typename: string; reason?: string } | undefined, done: string) => {
    if (!answer) return;
    ask(false);
    setRefused(answer.reason ?? null);
    if (answer.__typename === 'City') announce(done);
  };
  const yes = (
    <Button variant="danger" pending={retiring.pending} onClick={async () => tell((await retire({ part, id }))?.retireCityPart, t('admin.retired', { name }))}>
      {t('admin.retireYes')}
    </Button>
  );
  return (
    <>
      {isRetired ? (
        <Button variant="quiet" pending={restoring.pending} label={t('admin.restoreOf', { name })} onClick={async () => tell((await restore({ part, id }))?.restoreCityPart, t('admin.restored', { name }))}>
          {t('admin.restore')}
        </Button>
      ) : (
        <Button variant="quiet" label={t('admin.retireOf', { name })} onClick={() => ask(true)}>
          {t('admin.retire')}
        </Button>
      )}
      {refused && <Notice tone="problem" live>{t(`admin.refused.${refused}`)}</Notice>}
      <Dialog title={t('admin.retireAsk', { name })} open={asking} onClose={() => ask(false)} closeLabel={t('admin.retireNo')} actions={yes}>
        <p>{t('admin.retireText')}</p>
        {part === 'department' && <p>{t('admin.retireDepartment')}</p>}
      </Dialog>
    </>
  );
}
