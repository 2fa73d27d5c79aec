import { useMe, WaysToVerify } from '@isegoria/identity/web';
import { AskedButton, Button, Card, Checkbox, Form, FormActs, LinkButton, Notice, refusalText, useAct, useFate, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { AnswerDocument, MembersDocument, OfferDocument, PanelDocument, type ShownPanel, TakeBackDocument } from './documents';

/** What the reader can do: offer themselves, take that back, answer when the lot has fallen on them. */
export function OfferPart({ panel }: { panel: ShownPanel }) {
  const { t } = useWords('panels');
  const { mine, stage } = panel;
  if (mine.state === null) return stage === 'open' ? <Offer panel={panel} /> : null;
  if (mine.state === 'drawn') return <Seat panel={panel} />;
  if (mine.state === 'accepted') return <Accepted panel={panel} />;
  if (mine.state === 'declined' || mine.state === 'lapsed') return <Notice title={t(`seat.${mine.state}`)} />;
  if (stage === 'open') return <Offered panel={panel} />;
  return <Notice title={t('offer.done')}>{t(stage === 'drawing' ? 'offer.wait' : 'offer.next', { ticket: mine.ticket })}</Notice>;
}

function Offer({ panel: { id, mine } }: { panel: ShownPanel }) {
  const words = useWords('panels');
  const { t } = words;
  const { me } = useMe();
  const { refused, take } = useFate('panels');
  const [offer, { pending }] = useAct(OfferDocument, { refresh: [PanelDocument] });
  const send = async () => void take((await offer({ id }))?.offerForPanel, t('offer.said'));
  const why = mine.refused;
  return (
    <Card title={t('offer.title')} edge="sun">
      <p>{t('offer.lead')}</p>
      {!me && <p>{refusalText(words, 'verified')}</p>}
      {(!me || why === 'verified') && <WaysToVerify isVisitor={!me} />}
      {me && !why && <div><Button pending={pending} onClick={() => void send()}>{t('offer.act')}</Button></div>}
      {me && why && <p>{refusalText(words, why)}</p>}
      {me && why === 'unknown' && <div><LinkButton variant="secondary" to="/account">{t('offer.complete')}</LinkButton></div>}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </Card>
  );
}

function Offered({ panel: { id, mine } }: { panel: ShownPanel }) {
  const { t } = useWords('panels');
  const { refused, take } = useFate('panels');
  const [back, { pending }] = useAct(TakeBackDocument, { refresh: [PanelDocument] });
  const send = async () => void take((await back({ id }))?.takeOfferBack, t('offer.tookBack'));
  return (
    <Notice tone="done" title={t('offer.done')}>
      <p>{t('offer.ticket', { ticket: mine.ticket })}</p>
      <Button variant="quiet" pending={pending} onClick={() => void send()}>{t('offer.back')}</Button>
      {refused && <p role="alert">{refused}</p>}
    </Notice>
  );
}

function Seat({ panel: { id, mine } }: { panel: ShownPanel }) {
  const { t, d } = useWords('panels');
  const { answer, pending, refused } = useAnswer(id);
  const [showsName, setShowsName] = useState(false);
  return (
    <Card title={t('seat.title')} edge="sun">
      <p>{t('seat.lead', { date: mine.answerBy ? d(mine.answerBy, 'moment') : '' })}</p>
      <Form words="panels" label={t('seat.title')} onSubmit={() => void answer(true, showsName, t('seat.accepted'))}>
        <Checkbox name="showsName" label={t('seat.showsName')} checked={showsName} onChange={setShowsName} />
        {refused && <Notice tone="problem" live>{refused}</Notice>}
        <FormActs>
          <Button type="submit" pending={pending}>{t('seat.accept')}</Button>
          <Decline pending={pending} onYes={() => answer(false, false, t('seat.declined'))} />
        </FormActs>
      </Form>
    </Card>
  );
}

function Accepted({ panel: { id, mine } }: { panel: ShownPanel }) {
  const { t } = useWords('panels');
  const { answer, pending, refused } = useAnswer(id);
  const [showsName, setShowsName] = useState(mine.showsName);
  const show = async (isOn: boolean) => {
    setShowsName(isOn);
    if (!(await answer(true, isOn, t(isOn ? 'seat.shown' : 'seat.notShown')))) setShowsName(!isOn);
  };
  return (
    <Notice tone="done" title={t('seat.accepted')}>
      <p>{t('seat.acceptedText')}</p>
      <Checkbox name="showsName" label={t('seat.showsName')} checked={showsName} onChange={(isOn) => void show(isOn)} />
      <Decline pending={pending} onYes={() => answer(false, false, t('seat.declined'))} />
      {refused && <p role="alert">{refused}</p>}
    </Notice>
  );
}

function Decline({ pending, onYes }: { pending: boolean; onYes(): Promise<unknown> }) {
  const { t } = useWords('panels');
  const yes = async (close: () => void) => {
    await onYes();
    close();
  };
  return (
    <AskedButton act={t('seat.decline')} question={t('seat.declineAsk')} yes={t('seat.declineYes')} pending={pending} onYes={yes}>
      <p>{t('seat.declineText')}</p>
    </AskedButton>
  );
}

function useAnswer(id: string) {
  const { refused, take } = useFate('panels');
  const [send, { pending }] = useAct(AnswerDocument, { refresh: [PanelDocument, MembersDocument] });
  const answer = async (accepts: boolean, showsName: boolean, said: string): Promise<boolean> => take((await send({ id, accepts, showsName }))?.answerSeat, said);
  return { answer, pending, refused };
}
