import { PictureInput } from '@isegoria/files/web';
import { RequireRole } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { PlaceInput } from '@isegoria/organisation/web';
import { contactInput, requestLimits as limits } from '@isegoria/requests/contracts';
import { Button, FieldGroup, Form, FormActs, LinkButton, Loaded, Notice, Page, type Problem, RadioGroup, type ResultOf, Select, TextArea, TextField, useAct, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { RequestsDocument, type Service, ServicesDocument } from '../documents';
import { QuestionFields } from '../new/question-fields';
import { fieldOf, inputOf, problemsIn, type Report } from '../new/use-report';
import styles from './desk.module.css';
import { EnterDocument, QueueDocument } from './documents';
import { NearLinks } from './near-links';
import { refusalText } from './refusal-text';

type Entered = Extract<ResultOf<typeof EnterDocument>['enterRequest'], { __typename: 'RequestSubmitted' }>['request'];
type Typed = Report & { channel: 'phone' | 'desk'; contact: { name: string; phone: string; email: string } };

const noContact = { name: '', phone: '', email: '' };
const blank = (channel: Typed['channel']): Typed => ({ serviceId: '', place: null, text: '', answers: {}, pictures: [], isNamed: false, nonce: crypto.randomUUID(), channel, contact: noContact });

/** What somebody asks by phone or at the desk is written down on one page, while they speak. */
export function Component() {
  const { t } = useWords('requests');
  const answer = useGraph(ServicesDocument, {}, { staleMs: 600_000 });
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Page title={t('enter.title')} lead={t('enter.lead')} back={{ to: '/requests/queue', label: t('queue.title') }}>
        <Loaded answer={answer}>{({ requestServices }) => <Entering services={requestServices.filter(({ isRetired }) => !isRetired)} />}</Loaded>
      </Page>
    </RequireRole>
  );
}

function Entering({ services }: { services: readonly Service[] }) {
  const [entered, setEntered] = useState<Entered | null>(null);
  const [channel, setChannel] = useState<Typed['channel']>('phone');
  const done = (request: Entered, by: Typed['channel']) => {
    setChannel(by);
    setEntered(request);
  };
  return entered ? <Done request={entered} onAnother={() => setEntered(null)} /> : <EnterForm services={services} channel={channel} onDone={done} />;
}

/** What to tell whoever asked. */
function Done({ request: { id, title, dueAt, department }, onAnother }: { request: Entered; onAnother(): void }) {
  const { t, lt, d } = useWords('requests');
  return (
    <>
      <Notice tone="done" live title={t('enter.done', { id })}>{t('enter.tell', { title: lt(title), department: lt(department.name), date: d(dueAt, 'weekday') })}</Notice>
      <FormActs>
        <Button onClick={onAnother}>{t('enter.another')}</Button>
        <LinkButton to={`/requests/${id}`} variant="secondary">{t('enter.see')}</LinkButton>
      </FormActs>
    </>
  );
}

function EnterForm({ services, channel, onDone }: { services: readonly Service[]; channel: Typed['channel']; onDone(request: Entered, by: Typed['channel']): void }) {
  const words = useWords('requests');
  const { t, lt } = words;
  const [first] = useState(() => blank(channel));
  const [typed, setTyped, forget] = useKept<Typed>('request:enter', first);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [isUploading, setUploading] = useState(false);
  const [enter, { pending }] = useAct(EnterDocument, { refresh: [QueueDocument, RequestsDocument] });
  const change = (part: Partial<Typed> | ((before: Typed) => Partial<Typed>)) => setTyped((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }));
  const service = services.find(({ id }) => id === typed.serviceId);
  const { contact, place } = typed;

  const send = async () => {
    setRefused(null);
    const wrong = [
      ...(service ? problemsIn(typed, service) : [{ field: 'serviceId', code: 'required' }]),
      ...problemsOf(contactInput, contact).map((problem) => ({ ...problem, field: `contact.${problem.field}` })),
      ...(isUploading ? [{ field: 'pictures', code: 'pending' }] : []),
    ];
    setProblems(wrong);
    if (wrong.length > 0 || !service) return;
    const result = (await enter({ input: inputOf(typed, service), channel: typed.channel, contact, nonce: typed.nonce }))?.enterRequest;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems.map((problem) => ({ ...problem, field: fieldOf(problem.field) })));
    if (result.__typename === 'NotAllowed') return setRefused(refusalText(words, result.reason));
    if (result.__typename !== 'RequestSubmitted') return setRefused(t('desk.failed'));
    forget();
    onDone(result.request, typed.channel);
  };
  return (
    <Form words="requests" problems={problems} onSubmit={() => void send()}>
      <RadioGroup
        name="channel" layout="row" label={t('enter.channel')} value={typed.channel} onChange={(next) => change({ channel: next === 'desk' ? 'desk' : 'phone' })}
        choices={[{ value: 'phone', label: t('channel.phone') }, { value: 'desk', label: t('channel.desk') }]}
      />
      <Select
        name="serviceId" width="full" label={t('field.serviceId')} placeholder={t('desk.choose')} value={typed.serviceId} onChange={(serviceId) => change({ serviceId })}
        choices={services.map(({ id, name, group }) => ({ value: id, label: t('enter.service', { group: lt(group), service: lt(name) }) }))}
      />
      {service && lt(service.notice) && <Notice tone="warning">{lt(service.notice)}</Notice>}
      <PlaceInput name="place" label={t('field.place')} hint={t('new.placeHint')} value={place} onChange={(to) => change((before) => ({ place: to(before.place) }))} />
      {service && place && place.lat !== null && place.lng !== null && <NearLinks serviceId={service.id} lat={place.lat} lng={place.lng} />}
      {service && <QuestionFields questions={service.questions} answers={typed.answers} onAnswer={(id, values) => change((before) => ({ answers: { ...before.answers, [id]: values } }))} />}
      <TextArea name="text" optional rows={4} label={t('enter.text')} hint={t('enter.textHint')} limit={limits.text} value={typed.text} onChange={(text) => change({ text })} />
      <PictureInput name="pictures" optional label={t('field.pictures')} most={limits.pictures} value={typed.pictures} onPending={setUploading} onChange={(next) => change((before) => ({ pictures: next(before.pictures) }))} />
      <FieldGroup id="contact" label={t('enter.contact')} hint={t('enter.contactHint')} problem={null}>
        <div className={styles.stack}>
          <TextField name="contact.name" optional label={t('desk.contactName')} value={contact.name} onChange={(name) => change({ contact: { ...contact, name } })} />
          <TextField name="contact.phone" optional type="tel" width="medium" label={t('desk.phone')} value={contact.phone} onChange={(phone) => change({ contact: { ...contact, phone } })} />
          <TextField name="contact.email" optional type="email" width="medium" label={t('desk.email')} value={contact.email} onChange={(email) => change({ contact: { ...contact, email } })} />
        </div>
      </FieldGroup>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('enter.act')}</Button>
      </FormActs>
    </Form>
  );
}
