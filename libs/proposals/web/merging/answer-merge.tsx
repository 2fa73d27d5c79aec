import { RefusalNotice } from '@isegoria/identity/web';
import { mergeLimits } from '@isegoria/proposals/contracts';
import { announce, Button, Form, FormActs, type Problem, RadioGroup, refusalText, sayOnArrival, TextArea, useAct, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ProposalDocument } from '../documents';
import { AnswerMergeDocument, InvitationDocument, InvitationsDocument, ProposalMergingDocument, type ShownInvitation, WaitingInvitationsDocument } from './documents';

/** What one answers: yes to the words as they are, yes with others, or no and why. */
export function AnswerMerge({ invitation }: { invitation: ShownInvitation }) {
  const { t } = useWords('proposals');
  const { id, state, revision, addition, isChanged, blocked, isHidden } = invitation;
  const [typed, setTyped, forget] = useKept(`merge-answer:${id}:${revision}`, { choice: '', addition, reply: '' });
  const { send, pending, problems, refused } = useAnswering(invitation, forget);
  const isSuggested = state === 'SUGGESTED';
  const yes = { value: 'yes', label: t(isSuggested ? 'merge.yesSuggested' : 'merge.yes'), hint: t(isSuggested ? 'merge.yesSuggestedHint' : 'merge.yesHint') };
  const change = { value: 'change', label: t('merge.change'), hint: t('merge.changeHint') };
  const choices = [...(blocked || isHidden ? [] : isChanged ? [yes] : [yes, change]), { value: 'no', label: t('merge.no'), hint: t('merge.noHint') }];
  return (
    <Form words="proposals" label={t('field.answerMerge')} problems={problems} onSubmit={() => void send(typed)}>
      {refused && <RefusalNotice>{refused}</RefusalNotice>}
      <RadioGroup name="answerMerge" label={t('field.answerMerge')} choices={choices} value={typed.choice} onChange={(choice) => setTyped({ ...typed, choice })} />
      {typed.choice === 'change' && <TextArea name="addition" label={t('field.addition')} hint={t('merge.additionAsk')} limit={mergeLimits.addition} rows={5} value={typed.addition} onChange={(text) => setTyped({ ...typed, addition: text })} />}
      {typed.choice === 'no' && <TextArea name="reply" label={t('field.reply')} limit={mergeLimits.reply} rows={3} value={typed.reply} onChange={(reply) => setTyped({ ...typed, reply })} />}
      <FormActs>
        <Button type="submit" pending={pending}>{t('merge.answer')}</Button>
      </FormActs>
    </Form>
  );
}

function useAnswering({ id, revision, addition }: ShownInvitation, forget: () => void) {
  const words = useWords('proposals');
  const { t } = words;
  const navigate = useNavigate();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [answer, { pending }] = useAct(AnswerMergeDocument, { refresh: [InvitationDocument, InvitationsDocument, WaitingInvitationsDocument, ProposalMergingDocument, ProposalDocument] });
  const send = async (typed: { choice: string; addition: string; reply: string }) => {
    if (!typed.choice) return setProblems([{ field: 'answerMerge', code: 'required' }]);
    const accept = typed.choice !== 'no';
    const result = (await answer({ input: { id, revision, accept, addition: typed.choice === 'change' ? typed.addition : addition, reply: accept ? null : typed.reply } }))?.answerMerge;
    if (!result) return;
    setProblems(result.__typename === 'Invalid' ? result.problems : []);
    setRefused('reason' in result ? refusalText(words, result.reason) : null);
    if (result.__typename !== 'MergeAnswered') return;
    forget();
    if (result.invitation.state !== 'MERGED') return announce(t('merge.answered'));
    sayOnArrival(t('merge.done'));
    await navigate(`/proposals/${result.invitation.whole.id}`);
  };
  return { send, pending, problems, refused };
}
