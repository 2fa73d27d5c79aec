import { AskedAct, Card, LinkButton, sayOnArrival, useAct, useWords } from '@isegoria/ui/web';
import { useNavigate } from 'react-router';
import { DeskDocument, DiscardCallDocument, MyCallsDocument, type ShownCall } from '../documents';

/** Whoever proposed a call corrects it or takes it back, as long as the department has not decided. Nothing for others. */
export function AuthorActs({ call: { id, mine } }: { call: ShownCall }) {
  const { t } = useWords('volunteering');
  const navigate = useNavigate();
  const [discard, { pending }] = useAct(DiscardCallDocument, { refresh: [MyCallsDocument, DeskDocument] });
  if (!mine.canCorrect) return null;
  const run = async () => {
    const fate = (await discard({ id }))?.discardVolunteerCall;
    if (fate?.__typename === 'VolunteerCallDiscarded') {
      sayOnArrival(t('author.withdrawn'));
      await navigate('/volunteering/mine');
    }
    return fate;
  };
  return (
    <Card title={t('author.title')} edge="aegean">
      <LinkButton variant="secondary" to={`/volunteering/${id}/correct`}>{t('author.correct')}</LinkButton>
      <AskedAct words="volunteering" act={t('author.withdraw')} question={t('author.withdrawAsk')} yes={t('author.withdrawYes')} pending={pending} done={t('author.withdrawn')} run={run}>
        <p>{t('author.withdrawText')}</p>
      </AskedAct>
    </Card>
  );
}
