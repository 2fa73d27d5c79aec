import { RequireRole } from '@isegoria/identity/web';
import { kindId, kindInput } from '@isegoria/initiatives/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Card, Checkbox, Disclosure, Form, FormActs, Loaded, Notice, Page, Section, Select, Tag, TextArea, TextField, useAct, useFate, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { KindsDocument, SaveKindDocument, type ShownKind } from '../documents';
import styles from '../initiatives.module.css';

/** For administrators: the kinds of initiatives, what each asks and promises. */
export function Component() {
  return (
    <RequireRole roles={['administrator']}>
      <KindsPage />
    </RequireRole>
  );
}

function KindsPage() {
  const { t, lt } = useWords('initiatives');
  return (
    <Page title={t('kinds.title')} lead={t('kinds.lead')}>
      <Notice>{t('facts.law')}</Notice>
      <Loaded answer={useGraph(KindsDocument, {}, { staleMs: 0 })}>
        {({ initiativeKinds }) => (
          <div className={styles.stack}>
            {initiativeKinds.map((kind) => (
              <Card key={kind.id} title={lt(kind.terms.name)} note={t('kinds.running', { count: kind.running })}>
                {kind.isRetired && <Tag>{t('kinds.retired')}</Tag>}
                <Disclosure label={t('kinds.change')}><KindForm key={kind.revision} kind={kind} /></Disclosure>
              </Card>
            ))}
            <Section title={t('kinds.new')}><KindForm key={initiativeKinds.length} kind={null} /></Section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const none = { id: '', nameEl: '', nameEn: '', aboutEl: '', aboutEn: '', followsEl: '', followsEn: '', needed: '', percent: '', electors: '', days: '', promoters: '', minimumAge: '17', scope: 'city', checkDays: '', answerDays: '', keepMonths: '', isRetired: false };

function typedOf({ id, isRetired, terms }: ShownKind): typeof none {
  const { name, about, follows, needed, percent, electors, days, promoters, minimumAge, scope, checkDays, answerDays, keepMonths } = terms;
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  return {
    id, isRetired, nameEl: name.el, nameEn: name.en, aboutEl: about.el, aboutEn: about.en, followsEl: follows.el, followsEn: follows.en, needed: percent ? '' : text(needed), percent: text(percent), electors: text(electors),
    days: text(days), promoters: text(promoters), minimumAge: text(minimumAge), scope, checkDays: text(checkDays), answerDays: text(answerDays), keepMonths: text(keepMonths),
  };
}

/** A field that is left empty is no number; what is no number is told. */
const maybe = (text: string): number | null => (text.trim() === '' ? null : Number(text.replace(',', '.')));
const must = (text: string): number => maybe(text) ?? NaN;

function inputOf({ nameEl, nameEn, aboutEl, aboutEn, followsEl, followsEn, needed, percent, electors, days, promoters, minimumAge, scope, checkDays, answerDays, keepMonths, isRetired }: typeof none) {
  return {
    name: { el: nameEl, en: nameEn }, about: { el: aboutEl, en: aboutEn }, follows: { el: followsEl, en: followsEn }, needed: maybe(needed), percent: maybe(percent), electors: maybe(electors),
    days: must(days), promoters: must(promoters), minimumAge: maybe(minimumAge), scope: scope === 'district' ? ('district' as const) : ('city' as const), checkDays: must(checkDays), answerDays: maybe(answerDays), keepMonths: must(keepMonths), isRetired,
  };
}

function KindForm({ kind }: { kind: ShownKind | null }) {
  const { t } = useWords('initiatives');
  const { problems, setProblems, refused, take } = useFate('initiatives');
  const [typed, setTyped] = useState(kind ? typedOf(kind) : none);
  const [save, { pending }] = useAct(SaveKindDocument, { refresh: [KindsDocument] });
  const set = (name: keyof typeof none) => (value: string) => setTyped({ ...typed, [name]: value });
  const send = async () => {
    const input = inputOf(typed);
    const wrong = [...problemsOf(kindId, typed.id).map((problem) => ({ ...problem, field: 'id' })), ...problemsOf(kindInput, input)];
    setProblems(wrong);
    if (wrong.length === 0) take((await save({ id: typed.id, revision: kind?.revision ?? null, input }))?.saveInitiativeKind, t('kinds.saved'));
  };
  return (
    <Form words="initiatives" summary="here" label={kind?.terms.name.el ?? t('kinds.new')} problems={problems} onSubmit={() => void send()}>
      {!kind && <TextField name="id" width="medium" label={t('field.id')} hint={t('kinds.idHint')} value={typed.id} onChange={set('id')} />}
      <TextField name="name.el" label={t('field.nameEl')} value={typed.nameEl} onChange={set('nameEl')} />
      <TextField name="name.en" optional label={t('field.nameEn')} value={typed.nameEn} onChange={set('nameEn')} />
      <TextArea name="about.el" rows={3} label={t('field.aboutEl')} value={typed.aboutEl} onChange={set('aboutEl')} />
      <TextArea name="about.en" optional rows={3} label={t('field.aboutEn')} value={typed.aboutEn} onChange={set('aboutEn')} />
      <TextArea name="follows.el" rows={3} label={t('field.followsEl')} hint={t('kinds.followsHint')} value={typed.followsEl} onChange={set('followsEl')} />
      <TextArea name="follows.en" optional rows={3} label={t('field.followsEn')} value={typed.followsEn} onChange={set('followsEn')} />
      <TextField name="needed" optional inputMode="numeric" width="short" label={t('field.needed')} hint={t('kinds.neededHint')} value={typed.needed} onChange={set('needed')} />
      <TextField name="percent" optional inputMode="decimal" width="short" label={t('field.percent')} value={typed.percent} onChange={set('percent')} />
      <TextField name="electors" optional inputMode="numeric" width="short" label={t('field.electors')} value={typed.electors} onChange={set('electors')} />
      <TextField name="days" inputMode="numeric" width="short" label={t('field.days')} value={typed.days} onChange={set('days')} />
      <TextField name="promoters" inputMode="numeric" width="short" label={t('field.promoters')} hint={t('kinds.promotersHint')} value={typed.promoters} onChange={set('promoters')} />
      <TextField name="minimumAge" optional inputMode="numeric" width="short" label={t('field.minimumAge')} value={typed.minimumAge} onChange={set('minimumAge')} />
      <Select name="scope" label={t('field.scope')} value={typed.scope} onChange={set('scope')} choices={[{ value: 'city', label: t('kinds.city') }, { value: 'district', label: t('kinds.district') }]} />
      <TextField name="checkDays" inputMode="numeric" width="short" label={t('field.checkDays')} hint={t('kinds.checkDaysHint')} value={typed.checkDays} onChange={set('checkDays')} />
      <TextField name="answerDays" optional inputMode="numeric" width="short" label={t('field.answerDays')} value={typed.answerDays} onChange={set('answerDays')} />
      <TextField name="keepMonths" inputMode="numeric" width="short" label={t('field.keepMonths')} hint={t('kinds.keepHint')} value={typed.keepMonths} onChange={set('keepMonths')} />
      {kind && <Checkbox name="isRetired" label={t('field.isRetired')} checked={typed.isRetired} onChange={(isRetired) => setTyped({ ...typed, isRetired })} />}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('kinds.save')}</Button>
      </FormActs>
    </Form>
  );
}
