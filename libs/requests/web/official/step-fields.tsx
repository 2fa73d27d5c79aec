import { PictureInput } from '@isegoria/files/web';
import { type ClosingReason, filledIn, namesDay, requestLimits as limits, type RequestStep, saysWords } from '@isegoria/requests/contracts';
import { RadioGroup, Select, TextArea, TextField, useGraph, useWords } from '@isegoria/ui/web';
import { type DeskRequest, TemplatesDocument } from './documents';
import { OriginalField } from './original-field';
import { blanks, type TypedStep } from './typed-step';

const reasons: readonly ClosingReason[] = ['unable', 'referred', 'duplicate', 'notFound', 'notNeeded'];

interface StepFieldsProps {
  steps: readonly RequestStep[];
  typed: TypedStep;
  change(part: Partial<TypedStep> | ((before: TypedStep) => Partial<TypedStep>)): void;
  /** The one that it is about; left out where it is several: then templates stay as they are, and there are no pictures. */
  request?: DeskRequest;
  onPending?(isPending: boolean): void;
}

/** What a department says of a request: which step, and what that step asks for. */
export function StepFields({ steps, typed, change, request, onPending }: StepFieldsProps) {
  const { t } = useWords('requests');
  const { step, text, day, reason, duplicateOf, pictures } = typed;
  const choices = steps.map((value) => ({ value, label: t(`step.${value}`), hint: t(`desk.stepHint.${value}`) }));
  return (
    <>
      <RadioGroup name="step" label={t('desk.step')} choices={choices} value={step} onChange={(chosen) => change({ step: steps.find((one) => one === chosen) ?? '' })} />
      {step === 'closed' && (
        <RadioGroup
          name="reason" label={t('desk.reason')} choices={reasons.map((value) => ({ value, label: t(`closing.${value}`) }))} value={reason}
          onChange={(chosen) => change({ reason: reasons.find((one) => one === chosen) ?? '' })}
        />
      )}
      {step === 'closed' && reason === 'duplicate' && <OriginalField request={request} value={duplicateOf} onChange={(number) => change({ duplicateOf: number })} />}
      {step !== '' && namesDay(step) && (
        <TextField name="expectedAt" type="date" width="short" label={t('desk.day')} hint={t('desk.dayHint')} optional={step !== 'planned'} value={day} onChange={(next) => change({ day: next })} />
      )}
      {step !== '' && (
        <>
          <TemplateSelect step={step} onChoose={(words) => change((before) => ({ text: joined(before.text, request ? filledIn(words, { number: request.id, place: request.place.label }) : words) }))} />
          <TextArea name="text" label={t('desk.text')} hint={request ? t('desk.textHint') : t('desk.textHintMany', blanks)} rows={5} limit={limits.step} optional={!saysWords(step)} value={text} onChange={(next) => change({ text: next })} />
          {request && (
            <PictureInput
              name="pictures" optional label={t('desk.pictures')} most={limits.pictures} value={pictures} {...(onPending ? { onPending } : {})}
              onChange={(next) => change((before) => ({ pictures: next(before.pictures) }))}
            />
          )}
        </>
      )}
    </>
  );
}

/** What was typed stays: the template's words come after it. */
const joined = (before: string, words: string): string => [before.trim(), words].filter(Boolean).join('\n\n');

/** The department's own words for this step. Nothing where it keeps none. */
function TemplateSelect({ step, onChoose }: { step: RequestStep; onChoose(words: string): void }) {
  const { t } = useWords('requests');
  const all = useGraph(TemplatesDocument, {}, { staleMs: 60_000 }).data?.requestTemplates ?? [];
  const offered = all.filter((template) => template.step === null || template.step === step);
  if (offered.length === 0) return null;
  return (
    <Select
      name="template" optional label={t('desk.template')} hint={t('desk.templateHint')} placeholder={t('desk.choose')} choices={offered.map(({ id, name }) => ({ value: id, label: name }))} value=""
      onChange={(id) => {
        const template = offered.find((one) => one.id === id);
        if (template) onChoose(template.text);
      }}
    />
  );
}
