import { PictureInput, type UploadedPicture } from '@isegoria/files/web';
import { RefusalNotice } from '@isegoria/identity/web';
import { problemsOf, subjectKey } from '@isegoria/kernel/contracts';
import { requestLimits, wordInput } from '@isegoria/requests/contracts';
import { announce, Button, Card, Form, FormActs, Notice, type Problem, TextArea, useAct, useKept, useWords } from '@isegoria/ui/web';
import { useMyVote } from '@isegoria/votes/web';
import { useState } from 'react';
import { MyRequestsDocument, RequestDocument, SayWhetherFixedDocument, type ShownRequest } from '../documents';
import styles from './request-page.module.css';

export interface WordPartProps {
  request: ShownRequest;
  onSaid(): void;
}

/** After the end: is it fixed? The reporter and those whom it concerns say so; everybody sees what they said. */
export function WordPart({ request, onSaid }: WordPartProps) {
  const { t, d } = useWords('requests');
  const { id, word, mine, status } = request;
  const { until } = word;
  const isAffected = (useMyVote(subjectKey({ kind: 'request', id })).mine?.length ?? 0) > 0;
  const said = word.fixed + word.notFixed;
  const asks = until !== null && status !== 'withdrawn' && (mine || isAffected);
  if (!asks && said === 0) return null;
  return (
    <Card edge="sun" title={t('word.title')}>
      {said > 0 && <p>{t('word.said', { fixed: t('word.saidFixed', { count: word.fixed }), notFixed: t('word.saidNot', { count: word.notFixed }) })}</p>}
      {asks && word.mine !== null && <p>{t(word.mine ? 'word.mineFixed' : 'word.mineNot')}</p>}
      {asks && word.mine === null && (
        <>
          <p>{t(mine ? 'word.askReporter' : 'word.askAffected', { date: d(until) })}</p>
          <Ask id={id} isReporter={mine} onSaid={onSaid} />
        </>
      )}
    </Card>
  );
}

interface Said {
  text: string;
  pictures: UploadedPicture[];
  isOpen: boolean;
}

const nothing: Said = { text: '', pictures: [], isOpen: false };

/** «Yes» is one press; «no» says what is still wrong. */
function Ask({ id, isReporter, onSaid }: { id: string; isReporter: boolean; onSaid(): void }) {
  const { t, has } = useWords('requests');
  const [said, keep, forget] = useKept<Said>(`request-word:${id}`, nothing);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [uploading, setUploading] = useState(false);
  const [say, { pending }] = useAct(SayWhetherFixedDocument, { refresh: [RequestDocument, MyRequestsDocument] });
  const send = async (isFixed: boolean) => {
    const input = isFixed ? { isFixed, text: '', pictures: [] } : { isFixed, text: said.text, pictures: said.pictures.map((picture) => picture.id) };
    const wrong: Problem[] = problemsOf(wordInput, input);
    if (!isFixed && uploading) wrong.push({ field: 'pictures', code: 'pending' });
    setProblems(wrong);
    setRefused(null);
    if (wrong.length > 0) return;
    const data = (await say({ id, ...input }))?.sayWhetherFixed;
    if (!data) return;
    if (data.__typename === 'Invalid') return setProblems(data.problems);
    if ('reason' in data) return setRefused(data.reason);
    forget();
    announce(t(isFixed ? 'word.thanksFixed' : 'word.thanksNot'));
    onSaid();
  };
  return (
    <div className={styles.word}>
      {refused && <RefusalNotice>{has(`refused.${refused}`) ? t(`refused.${refused}`) : t('word.refused')}</RefusalNotice>}
      {!said.isOpen && (
        <div className={styles.acts}>
          <Button pending={pending} onClick={() => void send(true)}>{t('word.yes')}</Button>
          <Button variant="secondary" onClick={() => keep({ ...said, isOpen: true })}>{t('word.no')}</Button>
        </div>
      )}
      {said.isOpen && (
        <Form words="requests" problems={problems} summary="here" label={t('word.no')} onSubmit={() => void send(false)}>
          {isReporter && <Notice>{t('word.opensAgain')}</Notice>}
          <TextArea name="text" label={t('word.what')} rows={3} limit={requestLimits.word} value={said.text} onChange={(text) => keep((before) => ({ ...before, text }))} />
          <PictureInput name="pictures" optional label={t('field.pictures')} most={requestLimits.pictures} value={said.pictures} onPending={setUploading} onChange={(pictures) => keep((before) => ({ ...before, pictures: pictures(before.pictures) }))} />
          <FormActs>
            <Button type="submit" pending={pending}>{t('word.sendNot')}</Button>
            <Button variant="quiet" onClick={() => keep({ ...said, isOpen: false })}>{t('word.cancel')}</Button>
          </FormActs>
        </Form>
      )}
    </div>
  );
}
