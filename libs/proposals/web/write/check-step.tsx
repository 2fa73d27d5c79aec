import { RefusalNotice } from '@isegoria/identity/web';
import { useCity } from '@isegoria/organisation/web';
import { Button, cx, Facts, FormActs, Page, type Problem, sayOnArrival, useAct, useWords, VisuallyHidden } from '@isegoria/ui/web';
import { type ReactNode, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { EditDocument, MyProposalsDocument, ProposalDocument, SubmitDocument } from '../documents';
import { DraftLine } from './draft-line';
import type { StepProps } from './write-step';
import styles from './write.module.css';
import { inputOf } from './written';

/** All that was written, once more, before it goes. Each line leads back to its field. */
export function CheckStep({ id, draft, processId, isDraft, onBack }: StepProps & { onBack(to: { problems?: readonly Problem[]; field?: string }): void }) {
  const { t, rich, has } = useWords('proposals');
  const navigate = useNavigate();
  const [submit, submitting] = useAct(SubmitDocument, { refresh: [MyProposalsDocument, ProposalDocument] });
  const [edit, editing] = useAct(EditDocument, { refresh: [MyProposalsDocument, ProposalDocument] });
  const [refused, setRefused] = useState<string | null>(null);

  // A double click presses again before the page has turned: once it is sent, it stays sent.
  const underway = useRef(false);
  const send = async () => {
    if (underway.current) return;
    underway.current = true;
    underway.current = await isSent();
  };
  const isSent = async (): Promise<boolean> => {
    if (!(await draft.saveNow())) return false;
    const data = isDraft ? (await submit({ id }))?.submitProposal : (await edit({ id, input: inputOf(draft.written, processId) }))?.editProposal;
    if (!data) return false;
    if (data.__typename === 'TooMany') return refuse('tooMany');
    if ('reason' in data) return refuse(data.reason);
    if (data.__typename === 'Invalid') {
      onBack({ problems: data.problems });
      return false;
    }
    draft.forget();
    if (data.__typename === 'ProposalEdited') sayOnArrival(t(data.waits ? 'check.editedWaits' : 'check.edited'));
    await navigate(`/proposals/${id}${isDraft ? '/sent' : ''}`, { replace: true });
    return true;
  };
  const refuse = (reason: string) => {
    setRefused(reason);
    return false;
  };
  return (
    <Page step="check" title={t('check.title')} lead={t('check.lead')}>
      {refused && <RefusalNotice>{has(`refused.${refused}`) ? t(`refused.${refused}`) : t('write.unsaved')}</RefusalNotice>}
      <Facts facts={useAnswers(draft.written, (field) => onBack({ field }))} />
      <p>{rich('check.rules', { code: (label) => <Link to="/code-of-conduct">{label}</Link> })}</p>
      {isDraft && <DraftLine draft={draft} />}
      <FormActs>
        <Button pending={submitting.pending || editing.pending} onClick={() => void send()}>
          {t(isDraft ? 'check.send' : 'check.sendEdit')}
        </Button>
      </FormActs>
    </Page>
  );
}

function useAnswers({ title, text, category, district, place, pictures }: StepProps['draft']['written'], back: (field: string) => void) {
  const { t } = useWords('proposals');
  const { categoryName, districtName } = useCity();
  const answer = (field: string, value: ReactNode) => ({
    label: t(`field.${field}`),
    value: (
      <>
        <span className={cx(value ? styles.value : styles.none, field === 'text' && styles.long)}>{value || t('check.none')}</span>{' '}
        <Button variant="quiet" onClick={() => back(field)}>
          {t('check.change')} <VisuallyHidden>{t('check.changeOf', { field: t(`field.${field}`) })}</VisuallyHidden>
        </Button>
      </>
    ),
  });
  const thumbs = pictures.length > 0 && (
    <span className={styles.thumbs}>
      {pictures.map(({ id, thumbnailUrl, alt }) => (
        <img key={id} src={thumbnailUrl} alt={alt || t('page.picture')} />
      ))}
    </span>
  );
  return [
    answer('title', title), answer('text', text), answer('category', categoryName(category)),
    answer('place', place?.label ?? ''), answer('district', districtName((place?.label && place.districtId) || district)), answer('pictures', thumbs),
  ];
}
