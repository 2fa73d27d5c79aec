import { RequireRole, WaysToVerify } from '@isegoria/identity/web';
import { initiativeLimits as limits, initiativePublic } from '@isegoria/initiatives/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { useCity } from '@isegoria/organisation/web';
import { AskedButton, Button, Form, FormActs, Loaded, Notice, Page, type Problem, refusalText, sayOnArrival, Select, TextArea, TextField, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { CallDocument, DiscardDocument, InitiativeDocument, KindsDocument, MineDocument, type ShownInitiative, type ShownKind } from '../documents';
import styles from '../initiatives.module.css';
import { type Saving, useDraft, writtenOf } from './use-draft';

/** Writing an initiative: what people will sign, and why. The draft saves itself; with the last button its text is fixed and promoters are asked. */
export function Component() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const initiative = useGraph(InitiativeDocument, { id }, { staleMs: 0 });
  const kinds = useGraph(KindsDocument, {});
  return (
    <RequireRole>
      <Loaded answer={initiative}>
        {({ initiative: known }) => (
          <Loaded answer={kinds}>
            {({ initiativeKinds }) => {
              const kind = known?.terms ?? initiativeKinds.find((one) => one.id === search.get('kind'))?.terms ?? initiativeKinds[0]?.terms;
              if (!kind || (known && !known.mine.canEdit)) return <Navigate replace to={known ? `/initiatives/${id}` : '/initiatives/new'} />;
              return <Writing key={id} id={id} known={known} kinds={initiativeKinds} kindId={kind.kindId} />;
            }}
          </Loaded>
        )}
      </Loaded>
    </RequireRole>
  );
}

function Writing({ id, known, kinds, kindId }: { id: string; known: ShownInitiative | null; kinds: readonly ShownKind[]; kindId: string }) {
  const words = useWords('initiatives');
  const { t, lt } = words;
  const { offered } = useCity();
  const navigate = useNavigate();
  // What the city had when the page opened: the draft's own saving must not turn the form under the writer's hands.
  const [start] = useState(() => ({ written: known ? writtenOf(known) : { kindId, title: '', text: '', why: '', categoryId: '', districtId: '' }, revision: known?.revision ?? null }));
  const draft = useDraft(id, start.written, start.revision);
  const { written, change } = draft;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [call, { pending }] = useAct(CallDocument, { refresh: [InitiativeDocument, MineDocument] });
  const terms = kinds.find((kind) => kind.id === written.kindId)?.terms ?? known?.terms;
  const next = async () => {
    const wrong = problemsOf(initiativePublic, { ...written, scope: terms?.scope ?? 'city', districtId: written.districtId || null });
    setProblems(wrong);
    if (wrong.length > 0 || !(await draft.saveNow())) return;
    const result = (await call({ id }))?.callPromoters;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename !== 'InitiativeSaved') return setRefused(refusalText(words, 'reason' in result ? result.reason : 'tooMany'));
    draft.forget();
    sayOnArrival(t('write.called'));
    await navigate(`/initiatives/${id}`);
  };
  return (
    <Page title={t('write.title')} lead={t('write.lead')} back={{ to: '/initiatives/mine', label: t('mine.nav') }}>
      <Form words="initiatives" problems={problems} onSubmit={() => void next()}>
        <Select name="kindId" label={t('field.kindId')} choices={kinds.filter((kind) => !kind.isRetired || kind.id === written.kindId).map((kind) => ({ value: kind.id, label: lt(kind.terms.name) }))} value={written.kindId} onChange={(value) => change({ kindId: value })} />
        <TextField name="title" label={t('field.title')} hint={t('write.titleHint')} value={written.title} onChange={(title) => change({ title })} />
        <TextArea name="text" label={t('field.text')} hint={t('write.textHint')} rows={8} limit={limits.text} value={written.text} onChange={(text) => change({ text })} />
        <TextArea name="why" label={t('field.why')} hint={t('write.whyHint')} rows={6} limit={limits.why} value={written.why} onChange={(why) => change({ why })} />
        <Select name="categoryId" label={t('field.categoryId')} placeholder={t('write.pick')} choices={offered('categories', written.categoryId)} value={written.categoryId} onChange={(categoryId) => change({ categoryId })} />
        <Select
          name="districtId" optional={terms?.scope !== 'district'} label={t('field.districtId')} hint={terms?.scope === 'district' ? t('write.districtHint') : undefined} placeholder={t('facts.wholeCity')}
          choices={offered('districts', written.districtId)} value={written.districtId} onChange={(districtId) => change({ districtId })}
        />
        <SavingLine saving={draft.saving} takeTheirs={draft.takeTheirs} keepMine={draft.keepMine} />
        {refused && <Notice tone="problem" live>{refused}</Notice>}
        <p className={styles.small}>{t('write.nextHint', { count: terms?.promoters ?? 1 })}</p>
        <FormActs>
          <Button type="submit" pending={pending}>{t('write.next')}</Button>
          <Discard id={id} onDone={draft.forget} />
        </FormActs>
      </Form>
    </Page>
  );
}

/** Whether what was typed is safe. */
function SavingLine({ saving, takeTheirs, keepMine }: { saving: Saving } & Pick<ReturnType<typeof useDraft>, 'takeTheirs' | 'keepMine'>) {
  const words = useWords('initiatives');
  const { t, d } = words;
  if (saving.state === 'overtaken') {
    return (
      <Notice tone="warning" live title={t('write.overtakenTitle')}>
        <p>{t('write.overtaken', { title: saving.by.title || t('mine.untitled') })}</p>
        <div className={styles.acts}>
          <Button variant="secondary" onClick={() => takeTheirs(saving.by)}>{t('write.takeTheirs')}</Button>
          <Button variant="quiet" onClick={() => keepMine(saving.by)}>{t('write.keepMine')}</Button>
        </div>
      </Notice>
    );
  }
  if (saving.state === 'unsaved') {
    return (
      <Notice tone="warning" live>
        <p>{saving.reason ? refusalText(words, saving.reason) : t('write.unsaved')}</p>
        {saving.reason === 'verified' && <WaysToVerify at="#sign" isVisitor={false} />}
      </Notice>
    );
  }
  return <p className={styles.small} role="status">{saving.state === 'saving' ? t('write.saving') : saving.state === 'saved' && t('write.saved', { time: d(saving.at, 'time') })}</p>;
}

function Discard({ id, onDone }: { id: string; onDone(): void }) {
  const { t } = useWords('initiatives');
  const navigate = useNavigate();
  const [discard, { pending }] = useAct(DiscardDocument, { refresh: [MineDocument] });
  const yes = async (close: () => void) => {
    if (!(await discard({ id }))) return close();
    onDone();
    sayOnArrival(t('write.discarded'));
    await navigate('/initiatives/mine');
  };
  return (
    <AskedButton act={t('write.discard')} question={t('write.discardAsk')} yes={t('write.discardYes')} pending={pending} onYes={yes}>
      <p>{t('write.discardLoses')}</p>
    </AskedButton>
  );
}
