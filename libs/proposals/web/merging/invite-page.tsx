import { RefusalNotice, RequireRole } from '@isegoria/identity/web';
import { mergeLimits, type MergeSide } from '@isegoria/proposals/contracts';
import { Button, Form, FormActs, Loaded, Missing, Page, type Problem, RadioGroup, refusalText, type ResultOf, sayOnArrival, TextArea, useAct, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { InvitationsDocument, InviteDocument, PairDocument, ProposalMergingDocument, SuggestDocument } from './documents';
import { TwoTexts } from './two-texts';

type Shown = NonNullable<ResultOf<typeof PairDocument>['one']>;

/** An author invites another to merge, both texts before their eyes; who may only suggest it writes to both. */
export function Component() {
  const { id = '', other = '' } = useParams();
  const answer = useGraph(PairDocument, { id, other });
  return (
    <RequireRole>
      <Loaded answer={answer}>
        {({ one, other: another, proposalMerging }) =>
          one && another && (one.mine || proposalMerging?.maySuggest) ? (
            <Inviting key={`${id} ${other}`} one={one} other={another} />
          ) : (
            <Missing words="proposals" to="/proposals" all="back" />
          )
        }
      </Loaded>
    </RequireRole>
  );
}

function Inviting({ one, other }: { one: Shown; other: Shown }) {
  const { t } = useWords('proposals');
  const [typed, setTyped, forget] = useKept(`merge:${one.id}:${other.id}`, { id: crypto.randomUUID(), side: 'PART' as MergeSide, message: '', addition: '' });
  const { send, pending, problems, refused } = useSending(one, other, forget);
  const [part, whole] = typed.side === 'PART' ? [one, other] : [other, one];
  return (
    <Page wide title={t('merge.inviteTitle')} lead={t(one.mine ? 'merge.inviteLead' : 'merge.suggestLead')} kicker={one.title} back={{ to: `/proposals/${one.id}` }}>
      {refused && <RefusalNotice>{refused}</RefusalNotice>}
      <TwoTexts part={part} whole={whole} />
      <Form words="proposals" problems={problems} onSubmit={() => void send(typed)}>
        <RadioGroup
          name="side" label={t('field.side')} value={typed.side} onChange={(side) => setTyped({ ...typed, side: side === 'WHOLE' ? 'WHOLE' : 'PART' })}
          choices={one.mine ? [{ value: 'PART', label: t('merge.partMine') }, { value: 'WHOLE', label: t('merge.wholeMine') }] : [{ value: 'PART', label: <span lang="el">{other.title}</span> }, { value: 'WHOLE', label: <span lang="el">{one.title}</span> }]}
        />
        <TextArea name="message" label={t('field.message')} hint={t(one.mine ? 'merge.messageHint' : 'merge.messageToBoth')} limit={mergeLimits.message} rows={4} value={typed.message} onChange={(message) => setTyped({ ...typed, message })} />
        {one.mine && <TextArea name="addition" optional label={t('field.addition')} hint={t('merge.additionAsk')} limit={mergeLimits.addition} rows={4} value={typed.addition} onChange={(addition) => setTyped({ ...typed, addition })} />}
        <FormActs>
          <Button type="submit" pending={pending}>{t(one.mine ? 'merge.send' : 'merge.suggest')}</Button>
        </FormActs>
      </Form>
    </Page>
  );
}

/** Sends an invitation, or a suggestion; sent again it is the same one, by its number. */
function useSending(one: Shown, other: Shown, forget: () => void) {
  const words = useWords('proposals');
  const { t } = words;
  const navigate = useNavigate();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const refresh = [ProposalMergingDocument, InvitationsDocument];
  const [invite, inviting] = useAct(InviteDocument, { refresh });
  const [suggest, suggesting] = useAct(SuggestDocument, { refresh });
  const send = async ({ id, side, message, addition }: { id: string; side: MergeSide; message: string; addition: string }) => {
    const [part, whole] = side === 'PART' ? [one.id, other.id] : [other.id, one.id];
    const result = one.mine ? (await invite({ input: { id, mine: one.id, other: other.id, side, message, addition } }))?.inviteToMerge : (await suggest({ input: { id, part, whole, message } }))?.suggestMerge;
    if (!result) return;
    setProblems(result.__typename === 'Invalid' ? result.problems : []);
    setRefused('reason' in result ? refusalText(words, result.reason) : result.__typename === 'TooMany' ? t('refused.tooManyInvitations') : null);
    if (result.__typename !== 'MergeInvited' && result.__typename !== 'MergeSuggested') return;
    forget();
    sayOnArrival(t(one.mine ? 'merge.sent' : 'merge.suggested'));
    await navigate(result.__typename === 'MergeInvited' ? `/proposals/merges/${result.invitation.id}` : `/proposals/${one.id}`);
  };
  return { send, problems, refused, pending: inviting.pending || suggesting.pending };
}
