import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { announce, Button, Dialog, useAct, useRefresh, useWords } from '@isegoria/ui/web';
import { DiscussionOf, EditComment, type ShownComment, WithdrawComment } from './documents';
import { useNamed } from './named';
import { changeEverywhere, removeEverywhere } from './pages-in-memory';
import { refusalWords } from './refusal-words';
import { TextForm } from './text-form';

const dayMs = 86_400_000;

/** The way to correct a text, with until when; it goes when the time is over. */
export function EditButton({ comment, className, onEdit }: { comment: ShownComment; className: string | undefined; onEdit(): void }) {
  const { t, d } = useWords('comments');
  const named = useNamed(comment);
  const [now, setNow] = useState(Date.now);
  const until = comment.editableUntil;
  const left = until ? Date.parse(until) - now : 0;
  useEffect(() => {
    if (left <= 0 || left > dayMs) return;
    const over = setTimeout(() => setNow(Date.now()), left);
    return () => clearTimeout(over);
  }, [left]);
  if (!until || left <= 0) return null;
  // What a moderator sent back has all the time in the world.
  const act = left > dayMs ? t('act.edit') : t('act.editUntil', { time: d(until, 'time') });
  return (
    <button type="button" className={className} aria-label={named(act)} onClick={onEdit}>
      {act}
    </button>
  );
}

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
  // Once the text has gone from under their hands, the reader goes on in the part of the page where it stood.
  const place = useRef<HTMLElement | null>(null);
  useEffect(() => () => place.current?.focus({ preventScroll: true }), []);
  const yes = async () => {
    if (!(await withdraw({ id: comment.id }))) return;
    place.current = document.getElementById(`comment-${comment.id}`)?.closest('section:not([aria-label]), #arguments') ?? null;
    if (place.current) place.current.tabIndex = -1;
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
