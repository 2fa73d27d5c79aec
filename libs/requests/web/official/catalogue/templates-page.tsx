import { RequireRole, useMe } from '@isegoria/identity/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { useCity } from '@isegoria/organisation/web';
import { requestLimits as limits, requestSteps, templateInput } from '@isegoria/requests/contracts';
import { announce, AskedButton, Button, Form, FormActs, Loaded, Notice, Page, PlainText, type Problem, Select, TextArea, TextField, useAct, useFocusBack, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from './kept-list.module.css';
import { RemoveTemplateDocument, SaveTemplateDocument, type Template, TemplatesDocument } from '../documents';
import { refusalText } from '../refusal-text';
import { blanks } from '../typed-step';

/** The words that a department uses again and again. */
export function Component() {
  const { t } = useWords('requests');
  const answer = useGraph(TemplatesDocument, {});
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Page title={t('templates.title')} lead={t('templates.lead')} back={{ to: '/requests/queue', label: t('queue.title') }}>
        <Loaded answer={answer}>{({ requestTemplates }) => <Templates templates={requestTemplates} />}</Loaded>
      </Page>
    </RequireRole>
  );
}

function Templates({ templates }: { templates: readonly Template[] }) {
  const { t } = useWords('requests');
  const { departmentName } = useCity();
  const [open, setOpen] = useState<string | null>(null);
  const box = useFocusBack();
  return (
    <ul ref={box} role="list" className={styles.list}>
      {templates.map((template) => (
        <li key={template.id}>
          {open === template.id ? (
            <TemplateForm template={template} onClose={() => setOpen(null)} />
          ) : (
            <>
              <h2 className={styles.name}>{template.name}</h2>
              <p className={styles.quiet}>{[departmentName(template.departmentId), template.step ? t(`step.${template.step}`) : t('templates.anyStep')].join(', ')}</p>
              <PlainText text={template.text} />
              <div className={styles.acts}>
                <Button variant="quiet" label={t('templates.editOf', { name: template.name })} onClick={() => setOpen(template.id)}>{t('templates.edit')}</Button>
                <Remove template={template} />
              </div>
            </>
          )}
        </li>
      ))}
      <li>{open === 'new' ? <TemplateForm template={null} onClose={() => setOpen(null)} /> : <Button variant="secondary" onClick={() => setOpen('new')}>{t('templates.add')}</Button>}</li>
    </ul>
  );
}

function Remove({ template: { id, name } }: { template: Template }) {
  const { t } = useWords('requests');
  const [remove, { pending }] = useAct(RemoveTemplateDocument, { refresh: [TemplatesDocument] });
  const yes = async (close: () => void) => {
    if (!(await remove({ id }))) return;
    close();
    announce(t('templates.removed', { name }));
  };
  return (
    <AskedButton act={t('templates.remove')} label={t('templates.removeOf', { name })} question={t('templates.removeAsk', { name })} yes={t('templates.removeYes')} pending={pending} onYes={yes}>
      <p>{t('templates.removeText')}</p>
    </AskedButton>
  );
}

function TemplateForm({ template, onClose }: { template: Template | null; onClose(): void }) {
  const words = useWords('requests');
  const { t } = words;
  const { me, is } = useMe();
  const { offered } = useCity();
  const [typed, setTyped] = useState({ name: template?.name ?? '', text: template?.text ?? '', step: template?.step ?? null, departmentId: template?.departmentId ?? me?.departmentId ?? '' });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [save, { pending }] = useAct(SaveTemplateDocument, { refresh: [TemplatesDocument] });
  const send = async () => {
    const wrong = typed.departmentId === '' ? [{ field: 'departmentId', code: 'required' }] : problemsOf(templateInput, typed);
    setProblems(wrong);
    setRefused(null);
    if (wrong.length > 0) return;
    const result = (await save({ input: { id: template?.id ?? null, ...typed } }))?.saveRequestTemplate;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if ('reason' in result) return setRefused(refusalText(words, result.reason));
    announce(t('templates.saved', { name: typed.name }));
    onClose();
  };
  return (
    <Form words="requests" summary="here" label={template?.name ?? t('templates.add')} problems={problems} onSubmit={() => void send()}>
      <TextField name="name" label={t('templates.name')} hint={t('templates.nameHint')} value={typed.name} onChange={(name) => setTyped({ ...typed, name })} />
      <TextArea name="text" rows={4} label={t('templates.text')} hint={t('templates.textHint', blanks)} limit={limits.templateText} value={typed.text} onChange={(text) => setTyped({ ...typed, text })} />
      <Select
        name="step" optional label={t('templates.step')} placeholder={t('templates.anyStep')} choices={requestSteps.map((value) => ({ value, label: t(`step.${value}`) }))} value={typed.step ?? ''}
        onChange={(chosen) => setTyped({ ...typed, step: requestSteps.find((one) => one === chosen) ?? null })}
      />
      {is('administrator') && !template && (
        <Select name="departmentId" label={t('templates.department')} placeholder={t('desk.choose')} choices={offered('departments')} value={typed.departmentId} onChange={(departmentId) => setTyped({ ...typed, departmentId })} />
      )}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('templates.save')}</Button>
        <Button variant="quiet" onClick={onClose}>{t('ui:cancel')}</Button>
      </FormActs>
    </Form>
  );
}
