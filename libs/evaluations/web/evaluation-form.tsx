import { CANT_SAY, COMMENT_LENGTH, STEPS } from '@isegoria/evaluations/contracts';
import { Button, Form, FormActs, Notice, RadioGroup, TextArea, useWords } from '@isegoria/ui/web';
import type { DecisionOnPage } from './documents';
import type { EvaluationAct } from './use-evaluation';

/** A question a criterion: five steps in words, and the way out for who cannot judge. */
export function EvaluationForm({ decision, act, leave }: { decision: DecisionOnPage; act: EvaluationAct; leave?: () => void }) {
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
      {decision.opinion.criteria.map(({ id, question }) => (
        <RadioGroup key={id} name={id} label={lt(question)} layout="scale" choices={choices} value={act.answers[id] ?? ''} onChange={(option) => act.choose(id, option)} />
      ))}
      <TextArea name="comment" optional label={t('form.comment')} hint={t('form.commentHint')} limit={COMMENT_LENGTH} rows={3} value={act.comment} onChange={act.write} />
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

function Refusal({ reason }: { reason: string }) {
  const { t, has } = useWords('evaluations');
  return (
    <Notice tone="problem" live>
      {t(has(`form.refused.${reason}`) ? `form.refused.${reason}` : 'form.refused.other')}
    </Notice>
  );
}
