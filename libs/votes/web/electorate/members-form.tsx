import { announce, Button, FileField, Form, FormActs, Notice, type ResultOf, TextArea, useAct, useWords } from '@isegoria/ui/web';
import { longestMembersText, type MemberAct, onlyIdentities, readMembers } from '@isegoria/votes/contracts';
import { useState } from 'react';
import { ChangeMembers, MemberListDocument, MemberListsDocument } from '../documents';
import styles from './electorate.module.css';
import type { List } from './member-list-page';

type Fate = ResultOf<typeof ChangeMembers>['changeMembers'];
type Unmatched = Extract<Fate, { __typename: 'UnmatchedLines' }>;

/** People are put on a list or taken off by lines: pasted, or out of a file. Of a file only what names people leaves this browser. */
export function MembersForm({ list }: { list: List }) {
  const { t } = useWords('votes');
  const [text, setText] = useState('');
  const [fate, setFate] = useState<Fate | null>(null);
  const [change, { pending }] = useAct(ChangeMembers, { refresh: [MemberListDocument, MemberListsDocument] });
  const send = async (act: MemberAct) => {
    const { unread } = readMembers(text);
    if (unread.length > 0) return setFate({ __typename: 'UnmatchedLines', lines: unread.slice(0, 100), total: unread.length });
    const lines = onlyIdentities(text);
    if (new TextEncoder().encode(lines).length > longestMembersText) return setFate({ __typename: 'Invalid', problems: [{ field: 'text', code: 'too_long', limit: longestMembersText }] });
    const answer = (await change({ listId: list.id, act, text: lines }))?.changeMembers;
    if (!answer) return;
    setFate(answer);
    if (answer.__typename !== 'MembersChanged') return;
    setText('');
    announce(t(`electorates.done.${act}`, { count: answer.changed }));
  };
  const count = readMembers(text).named.length;
  return (
    <Form words="votes" label={t('electorates.form')} onSubmit={() => void send('enlist')}>
      <TextArea name="text" label={t('electorates.lines')} hint={t('electorates.linesHint')} rows={8} value={text} onChange={setText} />
      <FileField name="file" label={t('electorates.file')} accept=".csv,.txt,text/csv,text/plain" onFile={(file) => void file.text().then(setText)} />
      {text !== '' && <p role="status">{t('electorates.read', { count })}</p>}
      {fate && <FateShown fate={fate} />}
      <FormActs>
        <Button type="submit" pending={pending} disabled={text.trim() === ''}>{t('electorates.enlist')}</Button>
        <Button variant="secondary" pending={pending} disabled={text.trim() === ''} onClick={() => void send('delist')}>{t('electorates.delist')}</Button>
      </FormActs>
    </Form>
  );
}

function FateShown({ fate }: { fate: Fate }) {
  const { t } = useWords('votes');
  if (fate.__typename === 'UnmatchedLines') return <UnmatchedShown fate={fate} />;
  if (fate.__typename === 'MembersChanged') {
    const { changed, already, repeated, list } = fate;
    const more = [already > 0 && t('electorates.already', { count: already }), repeated > 0 && t('electorates.repeated', { count: repeated })].filter(Boolean);
    return <Notice tone="done" live title={t('electorates.changed', { count: changed })}>{[...more, t('electorates.then', { count: list.members })].join(' ')}</Notice>;
  }
  if (fate.__typename === 'NotAllowed') return <Notice tone="problem" live>{t('electorates.fixedWhy')}</Notice>;
  return <Notice tone="problem" live>{t(fate.__typename === 'NotFound' ? 'electorates.gone' : `electorates.wrong.${fate.problems[0]?.code ?? 'required'}`)}</Notice>;
}

/** Which lines name nobody, and why. */
function UnmatchedShown({ fate: { lines, total } }: { fate: Unmatched }) {
  const { t } = useWords('votes');
  return (
    <Notice tone="problem" live title={t('electorates.unmatched', { count: total })}>
      <ul className={styles.unmatched} role="list">
        {lines.map(({ line, text, problem }) => (
          <li key={line}>
            <b>{t('electorates.line', { line })}</b> {text && <><code>{text}</code>: </>}{t(`electorates.problem.${problem}`)}
          </li>
        ))}
      </ul>
      {total > lines.length && <p>{t('electorates.moreLines', { count: total - lines.length })}</p>}
    </Notice>
  );
}
