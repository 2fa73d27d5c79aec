import { useState } from 'react';
import { SignInLink, useMe } from '@isegoria/identity/web';
import { problemsOf, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { codeOfConduct, moderationLimits, reportSchema } from '@isegoria/moderation/contracts';
import { Button, Form, FormActs, Notice, type Problem, RadioGroup, TextArea, useAct, useKept, useWords } from '@isegoria/ui/web';
import { capital, ruleName } from '../desk/case-words';
import { ReportItem } from '../documents';

/** Which rule something breaks, and why. */
export function ReportForm({ item }: { item: Subject }) {
  const words = useWords('moderation');
  const { t, has } = words;
  const { me, pending: asking, error } = useMe();
  const [{ rule, note }, keep, forget] = useKept(`report:${subjectKey(item)}`, { rule: '', note: '' });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [told, setTold] = useState<{ tone: 'done' | 'problem'; text: string } | null>(null);
  const [report, { pending }] = useAct(ReportItem);

  const send = async () => {
    const wrong = problemsOf(reportSchema, { rule: rule === '' ? undefined : Number(rule), note });
    setProblems(wrong);
    if (wrong.length > 0) return;
    const answer = (await report({ item: { kind: item.kind, id: item.id }, rule: Number(rule), note }))?.report;
    if (!answer) return;
    if (answer.__typename === 'Invalid') return setProblems(answer.problems);
    if (answer.__typename === 'Reported') {
      forget();
      return setTold({ tone: 'done', text: t(answer.again ? 'report.again' : 'report.done') });
    }
    if (answer.__typename === 'TooMany') return setTold({ tone: 'problem', text: t('report.refused.tooMany', { count: Math.ceil(answer.retryAfterSeconds / 60) }) });
    const key = `report.refused.${answer.reason}`;
    setTold({ tone: 'problem', text: t(has(key) ? key : 'report.refused.item') });
  };

  if (!me && !asking && !error) return <Notice title={t('report.signIn')}><SignInLink /></Notice>;
  if (told?.tone === 'done') return <Notice tone="done" live>{told.text}</Notice>;
  return (
    <Form words="moderation" problems={problems} summary="here" label={t('report.title')} onSubmit={() => void send()}>
      <RadioGroup name="rule" label={t('report.rule')} hideLabel value={rule} choices={codeOfConduct.map(({ number }) => ({ value: String(number), label: capital(ruleName(words, number)) }))} onChange={(chosen) => keep({ rule: chosen, note })} />
      <TextArea name="note" label={t('report.note')} optional rows={2} limit={moderationLimits.note} value={note} onChange={(text) => keep({ rule, note: text })} />
      {told && <Notice tone="problem" live>{told.text}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('report.send')}</Button>
      </FormActs>
    </Form>
  );
}
