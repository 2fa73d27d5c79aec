import { PictureInput } from '@isegoria/files/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { PlaceInput, useCity } from '@isegoria/organisation/web';
import { limits, proposalInput } from '@isegoria/proposals/contracts';
import { AskedButton, Button, Form, FormActs, Notice, Page, type Problem, sayOnArrival, Select, TextArea, TextField, useAct, useWords } from '@isegoria/ui/web';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { BeforeSending } from './before-sending';
import { DiscardDraftDocument, MyProposalsDocument, type ShownProposal } from '../documents';
import { DraftLine } from './draft-line';
import { SimilarOnes } from './similar-ones';
import type { useDraft } from './use-draft';
import { inputOf } from './written';

export interface StepProps {
  id: string;
  draft: ReturnType<typeof useDraft>;
  processId: string | null;
  isDraft: boolean;
}

interface WriteStepProps extends StepProps {
  status: ShownProposal['status'];
  problems: readonly Problem[];
  /** The field at which somebody starts who came back to change it. */
  startAt: string | null;
  onProblems(problems: readonly Problem[]): void;
  onNext(): void;
}

/** The form: what, where, with what picture; and, while one writes, those who have said it before. */
export function WriteStep({ id, draft, processId, isDraft, status, problems, startAt, onProblems, onNext }: WriteStepProps) {
  const { t } = useWords('proposals');
  const { offered } = useCity();
  const { written, change, saveNow } = draft;
  const [uploading, setUploading] = useState(false);
  // What had to be waited for is no problem any more once it is there.
  const standing = useMemo(() => (uploading ? problems : problems.filter(({ code }) => code !== 'pending')), [problems, uploading]);
  const isPlaced = (written.place?.label.trim() ?? '') !== '';
  // What was handed in keeps what it carries, though the city has retired it since.
  const carried = isDraft ? null : written;
  const next = async () => {
    const found: Problem[] = problemsOf(proposalInput, inputOf(written, processId));
    if (uploading) found.push({ field: 'pictures', code: 'pending' });
    onProblems(found);
    if (found.length === 0 && (await saveNow())) onNext();
  };
  return (
    <Page title={t(isDraft ? 'write.title' : 'write.editTitle')} lead={leadOf(status, t)} back={{ to: isDraft ? '/proposals' : `/proposals/${id}`, label: isDraft ? t('back') : undefined }}>
      <BeforeSending processId={processId} isWriting />
      <Form words="proposals" problems={standing} startAt={startAt} onSubmit={() => void next()}>
        <TextField name="title" label={t('field.title')} hint={t('write.titleHint')} value={written.title} onChange={(title) => change({ title })} />
        <TextArea name="text" label={t('field.text')} hint={t('write.textHint')} rows={8} limit={limits.text} value={written.text} onChange={(text) => change({ text })} />
        {isDraft && <SimilarOnes id={id} title={written.title} text={written.text} />}
        <Select
          name="category" label={t('field.category')} hint={t('write.categoryHint')} placeholder={t('write.pick')} value={written.category} onChange={(category) => change({ category })}
          choices={offered('categories', carried?.category)}
        />
        {/* Nobody must name a place; who names one says where it is. */}
        <PlaceInput name="place" optional={!isPlaced} label={t('write.place')} hint={t('write.placeHint')} value={written.place} onChange={(place) => change((before) => ({ place: place(before.place) }))} />
        {!isPlaced && (
          <Select
            name="district" label={t('field.district')} placeholder={t('write.pick')} value={written.district} onChange={(district) => change({ district })}
            choices={offered('districts', carried?.district)}
          />
        )}
        <PictureInput name="pictures" optional label={t('write.pictures')} most={limits.pictures} value={written.pictures} onPending={setUploading} onChange={(pictures) => change((before) => ({ pictures: pictures(before.pictures) }))} />
        {isDraft && written.requestIds.length > 0 && (
          <Notice title={t('write.requests', { count: written.requestIds.length })}>
            <p>{t('write.requestsHint', { numbers: written.requestIds.join(', ') })}</p>
            <p><Button variant="quiet" onClick={() => change({ requestIds: [] })}>{t('write.requestsDrop')}</Button></p>
          </Notice>
        )}
        {isDraft && written.debateId && (
          <Notice title={t('write.debate')}>
            <p>{t('write.debateHint')}</p>
            <p><Button variant="quiet" onClick={() => change({ debateId: '' })}>{t('write.debateDrop')}</Button></p>
          </Notice>
        )}
        {isDraft && <DraftLine draft={draft} />}
        <FormActs>
          <Button type="submit">{t('write.next')}</Button>
          {isDraft && <Discard id={id} onDone={draft.forget} />}
        </FormActs>
      </Form>
    </Page>
  );
}

/** Who corrects what a moderator sent back, or has not read yet, is not promised that everyone sees it at once. */
function leadOf(status: ShownProposal['status'], t: (key: string) => string): string {
  if (status === 'DRAFT') return t('write.lead');
  return t(status === 'RETURNED' || status === 'WAITING' ? 'write.editLeadWaits' : 'write.editLead');
}

function Discard({ id, onDone }: { id: string; onDone(): void }) {
  const { t } = useWords('proposals');
  const navigate = useNavigate();
  const [discard, { pending }] = useAct(DiscardDraftDocument, { refresh: [MyProposalsDocument] });
  const act = async (close: () => void) => {
    // Where the answer is that there is no such draft, nothing of it had been kept yet.
    if (!(await discard({ id }))) return close();
    onDone();
    sayOnArrival(t('write.discarded'));
    await navigate('/proposals');
  };
  return (
    <AskedButton act={t('write.discard')} question={t('write.discardAsk')} yes={t('write.discardYes')} no={t('write.discardNo')} pending={pending} onYes={act}>
      <p>{t('write.discardLoses')}</p>
    </AskedButton>
  );
}
