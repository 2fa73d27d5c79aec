import { problemsOf } from '@isegoria/kernel/contracts';
import { passInput, requestLimits as limits } from '@isegoria/requests/contracts';
import { announce, Button, Form, FormActs, Notice, type Problem, Select, TextArea, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { ServicesDocument } from '../documents';
import { type DeskRequest, PassDocument, QueueDocument } from './documents';
import { refusalText } from './refusal-text';

/** To another service, and so to its department. */
export function PassForm({ request: { id, revision, service }, onDone }: { request: DeskRequest; onDone(): void }) {
  const words = useWords('requests');
  const { t, lt } = words;
  const [typed, setTyped] = useState({ serviceId: '', text: '' });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [pass, { pending }] = useAct(PassDocument, { refresh: [QueueDocument] });
  const services = useGraph(ServicesDocument, {}, { staleMs: 60_000 }).data?.requestServices ?? [];
  const choices = services.filter((one) => one.id !== service.id && !one.isRetired).map((one) => ({ value: one.id, label: t('desk.passChoice', { service: lt(one.name), department: lt(one.department.name) }) }));
  const chosen = services.find((one) => one.id === typed.serviceId);
  const send = async () => {
    setRefused(null);
    const wrong = typed.serviceId === '' ? [{ field: 'serviceId', code: 'required' }] : problemsOf(passInput, typed);
    setProblems(wrong);
    if (wrong.length > 0) return;
    const result = (await pass({ seen: { id, revision }, ...typed }))?.passRequest;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename === 'RequestOvertaken') setRefused(t('desk.overtaken'));
    else if ('reason' in result) return setRefused(refusalText(words, result.reason));
    else announce(t('desk.passed', { department: chosen ? lt(chosen.department.name) : '' }));
    onDone();
  };
  return (
    <Form words="requests" summary="here" label={t('desk.pass')} problems={problems} onSubmit={() => void send()}>
      <Select name="serviceId" width="full" label={t('desk.passTo')} hint={t('desk.passHint')} placeholder={t('desk.choose')} choices={choices} value={typed.serviceId} onChange={(serviceId) => setTyped({ ...typed, serviceId })} />
      {chosen?.isPrivate && <Notice tone="warning">{t('desk.passPrivate')}</Notice>}
      <TextArea name="text" rows={3} label={t('desk.passWhy')} hint={t('desk.passWhyHint')} limit={limits.step} value={typed.text} onChange={(text) => setTyped({ ...typed, text })} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" variant="secondary" pending={pending}>{t('desk.passAct')}</Button>
      </FormActs>
    </Form>
  );
}
