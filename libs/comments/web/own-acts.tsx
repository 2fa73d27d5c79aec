import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce, Button, Dialog, useAct, useRefresh, useWords } from '@isegoria/ui/web';
import { DiscussionOf, EditComment, type ShownComment, WithdrawComment } from './documents';
import { changeEverywhere, removeEverywhere } from './pages-in-memory';
import { refusalWords } from './refusal-words';
import { TextForm } from './text-form';

/** The author corrects a text. */
export function EditOwn({ comment, onClose }: { comment: ShownComment; onClose(): void }) {
  const words = useWords('comments');
  const client = useQueryClient();
  const refresh = useRefresh();
  const [text, setText] = useState(comment.text);
  const [edit, { pending }] = useAct(EditComment);
  const save = async () => {
    const answer = (await edit({ id: comment.id, text }))?.editComment;
    if (!answer) return null;
    if (answer.__typename === 'Invalid') return answer.problems;
    if (answer.__typename !== 'CommentSaved') return refusalWords(words, answer);
    if (answer.comment.visibility === 'public') changeEverywhere(client, comment.id, () => answer.comment);
    else removeEverywhere(client, comment.id);
    await refresh(DiscussionOf);
    onClose();
    return null;
  };
  return <TextForm label={words.t('write.edit')} send={words.t('act.save')} value={text} pending={pending} onChange={setText} onSend={save} onCancel={onClose} />;
}

/** The author takes a text back, after a second thought. */
export function WithdrawOwn({ comment, onClose }: { comment: ShownComment; onClose(): void }) {
  const { t } = useWords('comments');
  const client = useQueryClient();
  const refresh = useRefresh();
  const [withdraw, { pending }] = useAct(WithdrawComment);
  const yes = async () => {
    if (!(await withdraw({ id: comment.id }))) return;
    if (comment.replies > 0) changeEverywhere(client, comment.id, (shown) => ({ ...shown, visibility: 'withdrawn', html: '', author: null }));
    else removeEverywhere(client, comment.id);
    announce(t('withdraw.done'));
    onClose();
    await refresh(DiscussionOf);
  };
  const actions = (
    <Button variant="danger" pending={pending} onClick={() => void yes()}>
      {t('withdraw.yes')}
    </Button>
  );
  return (
    <Dialog title={t('withdraw.title')} open onClose={onClose} closeLabel={t('withdraw.no')} actions={actions}>
      <p>{t('withdraw.text')}</p>
    </Dialog>
  );
}
