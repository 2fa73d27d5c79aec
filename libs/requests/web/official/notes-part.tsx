import { requestLimits as limits } from '@isegoria/requests/contracts';
import { announce, Button, DateText, Form, FormActs, Notice, PlainText, type Problem, TextArea, useAct, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from './desk.module.css';
import { type DeskRequest, NoteDocument } from './documents';

type Notes = NonNullable<DeskRequest['desk']>['notes'];

/** What colleagues tell each other: nobody outside the department reads it. */
export function NotesPart({ id, notes, onDone }: { id: string; notes: Notes; onDone(): void }) {
  const { t } = useWords('requests');
  const [text, setText, forget] = useKept(`request:note:${id}`, '');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isGone, setGone] = useState(false);
  const [note, { pending }] = useAct(NoteDocument);
  const send = async () => {
    if (text.trim() === '') return setProblems([{ field: 'note', code: 'required' }]);
    const result = (await note({ id, text }))?.noteOnRequest;
    if (!result) return;
    setProblems(result.__typename === 'Invalid' ? result.problems.map((one) => ({ ...one, field: 'note' })) : []);
    setGone(result.__typename === 'NotFound');
    if (result.__typename !== 'RequestChanged') return;
    forget();
    announce(t('desk.noted'));
    onDone();
  };
  return (
    <section>
      <h3 className={styles.name}>{t('desk.notes')}</h3>
      {notes.length > 0 && (
        <ol role="list" className={styles.notes} aria-label={t('desk.notes')}>
          {notes.map(({ id: noteId, text: said, by, at }) => (
            <li key={noteId}>
              <p className={styles.quiet}>{by}, <DateText at={at} style="moment" /></p>
              <PlainText text={said} />
            </li>
          ))}
        </ol>
      )}
      <Form words="requests" summary="here" label={t('desk.notes')} problems={problems} onSubmit={() => void send()}>
        <TextArea name="note" optional rows={2} label={t('desk.note')} hint={t('desk.noteHint')} limit={limits.note} value={text} onChange={setText} />
        {isGone && <Notice tone="problem" live>{t('desk.failed')}</Notice>}
        <FormActs>
          <Button type="submit" variant="secondary" pending={pending}>{t('desk.noteAct')}</Button>
        </FormActs>
      </Form>
    </section>
  );
}
