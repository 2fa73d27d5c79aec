import { useRoom } from '@isegoria/realtime/web';
import { announce, Button, Card, Disclosure, Facts, Notice, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from './desk.module.css';
import { DeskDocument, type DeskRequest, QueueDocument, TakeDocument } from './documents';
import { NotesPart } from './notes-part';
import { PassForm } from './pass-form';
import { refusalText } from './refusal-text';
import { StepForm } from './step-form';

export interface DeskPanelProps {
  requestId: string;
  /** After each act: the page asks again. */
  onChanged(): void;
}

/** What an official of the department does with a request, beside its public page. */
export function DeskPanel({ requestId, onChanged }: DeskPanelProps) {
  const { t } = useWords('requests');
  const { data, refetch } = useGraph(DeskDocument, { id: requestId });
  useRoom({ kind: 'request', id: requestId }, { onDelta: (name) => void (name === 'changed' && refetch()), onMissed: () => void refetch() });
  const request = data?.request;
  if (!request?.desk) return null;
  const changed = () => {
    void refetch();
    onChanged();
  };
  return (
    <div className="no-print">
      <Card title={t('desk.title')} note={t('desk.onlyYou')} edge="aegean">
        <div className={styles.stack}>
          <Taking request={request} onDone={changed} />
          <ContactPart request={request} />
          {request.desk.steps.length > 0 && <StepForm request={request} onDone={changed} />}
          <NotesPart id={request.id} notes={request.desk.notes} onDone={changed} />
          {request.endedAt === null && (
            <Disclosure label={t('desk.pass')}>
              <PassForm request={request} onDone={changed} />
            </Disclosure>
          )}
        </div>
      </Card>
    </div>
  );
}

/** Who sees to it, so that two do not go to the same hole. */
function Taking({ request: { id, desk, endedAt }, onDone }: { request: DeskRequest; onDone(): void }) {
  const words = useWords('requests');
  const { t } = words;
  const [refused, setRefused] = useState<string | null>(null);
  const [take, { pending }] = useAct(TakeDocument, { refresh: [QueueDocument] });
  if (!desk || endedAt !== null) return null;
  const press = async (wish: boolean) => {
    const result = (await take({ id, take: wish }))?.takeRequest;
    if (!result) return;
    setRefused('reason' in result ? refusalText(words, result.reason) : null);
    if (!('reason' in result)) announce(t(wish ? 'desk.taken' : 'desk.givenBack'));
    onDone();
  };
  return (
    <div className={styles.acts}>
      <p>{desk.isMine ? t('desk.mine') : desk.takenBy !== null ? t('desk.takenBy', { name: desk.takenBy }) : t('desk.nobodys')}</p>
      {desk.isMine && <Button variant="quiet" pending={pending} onClick={() => void press(false)}>{t('desk.giveBack')}</Button>}
      {desk.takenBy === null && <Button variant="secondary" pending={pending} onClick={() => void press(true)}>{t('desk.take')}</Button>}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </div>
  );
}

/** Who asked by phone or at the desk, and how to reach them. */
function ContactPart({ request: { desk, channel } }: { request: DeskRequest }) {
  const { t } = useWords('requests');
  if (!desk?.contact) return null;
  const { name, phone, email, link } = desk.contact;
  const facts = [
    { label: t('desk.channel'), value: t(`channel.${channel}`) },
    ...(name ? [{ label: t('desk.contactName'), value: name }] : []),
    ...(phone ? [{ label: t('desk.phone'), value: <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> }] : []),
    ...(email ? [{ label: t('desk.email'), value: <a href={`mailto:${email}`}>{email}</a> }] : []),
    ...(link ? [{ label: t('desk.contactLink'), value: <a href={link} target="_blank" rel="noreferrer nofollow">{link}</a> }] : []),
  ];
  return (
    <section>
      <h3 className={styles.name}>{t('desk.contact')}</h3>
      <Facts facts={facts} />
      <p className={styles.quiet}>{t('desk.contactHint')}</p>
    </section>
  );
}
