import { useNavigate } from 'react-router';
import { newProcessInput, type ProcessKind, processKinds } from '@isegoria/processes/contracts';
import { type Localized, problemsOf } from '@isegoria/kernel/contracts';
import { announce, BothLanguages, Button, Form, FormActs, RadioGroup, useAct, useKept, useWords } from '@isegoria/ui/web';
import { allProcesses, type Process } from '../documents';
import { CreateProcess, type Fate, isOutrun, UpdateProcess } from './process-acts';
import { RefusedNotice } from './refused-notice';
import { useFate } from './use-fate';

interface Texts {
  kind: ProcessKind;
  title: Localized;
  summary: Localized;
  /** The revision of the process that was on the page when the first of this was typed. */
  readAt?: number | undefined;
}

const fresh: Texts = { kind: 'proposals', title: { el: '', en: '' }, summary: { el: '', en: '' } };

/** What a process says of itself. A new one also says what it collects. */
export function ProcessForm({ process }: { process: Process | null }) {
  const { t } = useWords('processes');
  const go = useNavigate();
  const [changed, setChanged, forget] = useKept<Partial<Texts>>(`process:${process?.id ?? 'new'}`, {});
  const { kind, title, summary, readAt } = { ...fresh, ...(process && { title: process.title, summary: process.summary }), ...changed };
  const { problems, refused, setProblems, take } = useFate();
  const [create, creating] = useAct(CreateProcess, { refresh: allProcesses });
  const [update, updating] = useAct(UpdateProcess, { refresh: allProcesses });
  const change = (part: Partial<Texts>) => setChanged((now) => ({ ...now, ...part, readAt: now.readAt ?? process?.revision }));

  const send = async (): Promise<Fate | null> => {
    if (!process) return (await create({ input: { kind, title, summary } }))?.createProcess ?? null;
    return (await update({ input: { processId: process.id, revision: readAt ?? process.revision, title, summary } }))?.updateProcess ?? null;
  };
  const save = async () => {
    const wrong = problemsOf(newProcessInput, { kind, title, summary });
    setProblems(wrong);
    const answer = wrong.length === 0 ? await send() : null;
    if (!answer) return;
    if (take(answer)) {
      forget();
      announce(process ? t('make.changed') : t('make.saved'));
      void go(`/processes/${answer.id}`);
    } else if (answer.__typename !== 'Invalid' && isOutrun(answer)) setChanged((now) => ({ ...now, readAt: undefined }));
  };
  const cancel = () => {
    forget();
    void go(process ? `/processes/${process.id}` : '/processes');
  };
  const choices = processKinds.map((value) => ({ value, label: t(`kind.${value}`) }));
  return (
    <Form words="processes" problems={problems} onSubmit={() => void save()}>
      {!process && <RadioGroup name="kind" label={t('field.kind')} choices={choices} value={kind} onChange={(value) => change({ kind: processKinds.find((one) => one === value) ?? kind })} />}
      <BothLanguages name="title" label={t('field.title.el')} labelEn={t('field.title.en')} needsEnglish value={title} onChange={(title) => change({ title })} />
      <BothLanguages name="summary" label={t('field.processSummary.el')} labelEn={t('field.processSummary.en')} rows={4} limit={600} needsEnglish value={summary} onChange={(summary) => change({ summary })} />
      <RefusedNotice processId={process?.id ?? null} refused={refused} />
      <FormActs>
        <Button type="submit" pending={creating.pending || updating.pending}>
          {process ? (process.isDraft ? t('edit.saveDraft') : t('edit.save')) : t('make.save')}
        </Button>
        <Button variant="quiet" onClick={cancel}>
          {process ? t('edit.cancel') : t('make.leave')}
        </Button>
      </FormActs>
    </Form>
  );
}
