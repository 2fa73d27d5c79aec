import { Button, Card, Notice, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { DeliveredDocument, WeighingDocument } from '../documents';

/** For the department: it says that it is delivered, and people are asked how it turned out. Asked twice, for the first round ends by it. */
export function DeliveredCard({ subject }: { subject: { kind: string; id: string } }) {
  const { t, d, has } = useWords('evaluations');
  const [sure, setSure] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const weighing = useGraph(WeighingDocument, { subject }).data?.weighing;
  const [declare, { pending }] = useAct(DeliveredDocument, { refresh: [WeighingDocument] });
  if (!weighing || weighing.rounds.length === 0) return null;
  const { deliveredAt, secondRoundAt } = weighing;
  if (deliveredAt) return <Card title={t('delivered.title')}>{t('delivered.since', { date: d(deliveredAt) })}</Card>;

  const press = async () => {
    if (!sure) return setSure(true);
    const result = (await declare({ subject }))?.declareDelivered;
    if (result?.__typename === 'NotAllowed') setRefused(result.reason);
  };
  return (
    <Card title={t('delivered.ask')} note={t('delivered.lead')}>
      {secondRoundAt && <p>{t('delivered.byItself', { date: d(secondRoundAt) })}</p>}
      {refused && <Notice tone="problem" live>{t(has(`choice.refused.${refused}`) ? `choice.refused.${refused}` : 'choice.refused.other')}</Notice>}
      {sure && <Notice tone="warning" live>{t('delivered.warning')}</Notice>}
      <Button variant={sure ? 'primary' : 'secondary'} pending={pending} onClick={() => void press()}>
        {t(sure ? 'delivered.sure' : 'delivered.press')}
      </Button>
    </Card>
  );
}
