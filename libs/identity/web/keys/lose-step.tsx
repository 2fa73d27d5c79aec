import { useState } from 'react';
import { announce, AskedButton, Notice, useAct, useWords } from '@isegoria/ui/web';
import { PeopleQuery, RemoveSecondStep, SecondStepRemovals } from '../documents';

/** For administrators: somebody lost the device and the codes, and comes in by the password alone until they have others. */
export function LoseStep({ person: { id, name } }: { person: { id: string; name: string } }) {
  const { t } = useWords('identity');
  const [refused, setRefused] = useState('');
  const [remove, { pending }] = useAct(RemoveSecondStep, { refresh: [PeopleQuery, SecondStepRemovals] });
  const yes = async (close: () => void) => {
    const outcome = (await remove({ citizenId: id }))?.removeSecondStep;
    if (!outcome) return;
    close();
    if (outcome.__typename === 'SecondStepRemoved') announce(t('people.lost', { name }));
    else setRefused(t(outcome.__typename === 'NotAllowed' ? 'people.refused.own' : 'people.refused.citizen'));
  };
  return (
    <>
      <AskedButton act={t('people.loseStep')} label={t('people.loseStepOf', { name })} question={t('people.loseSure')} yes={t('people.loseYes')} pending={pending} onYes={yes}>
        <p>{t('people.loseText')}</p>
      </AskedButton>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}
