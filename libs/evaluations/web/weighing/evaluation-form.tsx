import { CANT_SAY, CONCERNS, STEPS } from '@isegoria/evaluations/contracts';
import { RefusalNotice } from '@isegoria/identity/web';
import { Button, Checkbox, FieldGroup, Form, FormActs, Notice, RadioGroup, TextArea, useWords } from '@isegoria/ui/web';
import { useId } from 'react';
import type { OpinionOnPage } from '../documents';
import type { EvaluationAct } from './use-evaluation';

/** A question a criterion: five steps in words, and the way out for who cannot judge. Then whom it concerns, and what should change. */
export function EvaluationForm({ opinion, act, leave }: { opinion: OpinionOnPage; act: EvaluationAct; leave?: () => void }) {
  const { t, lt } = useWords('evaluations');
  const choices = [...STEPS, CANT_SAY].map((option) => ({ value: option, label: t(`step.${option}`) }));
  return (
    <Form words="evaluations" label={t('form.title')} problems={act.problems} onSubmit={act.send}>
      {act.sent?.kind === 'act-changed' && (
        <Notice tone="warning" live>
          {t('form.changedAct')}
        </Notice>
      )}
      {act.sent?.kind === 'refused' && <Refusal reason={act.sent.reason} />}
      {opinion.criteria.map(({ id, question }) => (
        <RadioGroup key={id} name={id} label={lt(question)} layout="scale" choices={choices} value={act.answers[id] ?? ''} onChange={(option) => act.choose(id, option)} />
      ))}
      <ConcernField act={act} />
      <TextArea name="change" optional label={t('form.whatShouldChange')} hint={t('form.changeHint')} limit={act.changeLimit} rows={3} value={act.change} onChange={act.write} />
      {!act.standing && <Checkbox name="follow" label={t('form.follow')} hint={t('form.followHint')} checked={act.follow} onChange={act.setFollow} />}
      <FormActs>
        <Button type="submit" pending={act.pending}>
          {t(act.standing ? 'form.change' : 'form.send')}
        </Button>
        {leave && (
          <Button variant="quiet" onClick={leave}>
            {t('form.keep')}
          </Button>
        )}
      </FormActs>
    </Form>
  );
}

const answers = ['yes', 'no', 'unsaid'] as const;

/** Does it concern you, and how? The second question only for whom it does. */
function ConcernField({ act: { concern, sayConcern } }: { act: EvaluationAct }) {
  const { t } = useWords('evaluations');
  const id = useId();
  const toggle = (name: string, isOn: boolean) => sayConcern({ concerns: 'yes', how: isOn ? [...concern.how, name] : concern.how.filter((other) => other !== name) });
  return (
    <>
      <RadioGroup
        name="concern.concerns" optional layout="row" label={t('form.concerns')} hint={t('form.concernsHint')} value={concern.concerns}
        choices={answers.map((value) => ({ value, label: t(`concern.${value}`) }))}
        onChange={(value) => sayConcern({ concerns: answers.find((one) => one === value) ?? 'unsaid', how: value === 'yes' ? concern.how : [] })}
      />
      {concern.concerns === 'yes' && (
        <FieldGroup id={id} label={t('form.how')} hint={t('form.howHint')} optional problem={null}>
          {CONCERNS.map((name) => (
            <Checkbox key={name} name={`concern.how.${name}`} label={t(`concern.how.${name}`)} checked={concern.how.includes(name)} onChange={(isOn) => toggle(name, isOn)} />
          ))}
        </FieldGroup>
      )}
    </>
  );
}

function Refusal({ reason }: { reason: string }) {
  const { t, has } = useWords('evaluations');
  return <RefusalNotice>{t(has(`form.refused.${reason}`) ? `form.refused.${reason}` : 'form.refused.other')}</RefusalNotice>;
}
