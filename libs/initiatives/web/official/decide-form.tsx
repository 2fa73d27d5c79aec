import { decisionInput, initiativeLimits as limits, type RefusalGround } from '@isegoria/initiatives/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Checkbox, Form, FormActs, Notice, RadioGroup, TextArea, useAct, useFate, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { DecideDocument, DeskDocument, InitiativeDocument, type ShownInitiative } from '../documents';

const grounds: readonly RefusalGround[] = ['notOurs', 'unclear', 'already', 'rights', 'other'];

/** Admits it, or refuses it with grounds and words that its promoters read. */
export function DecideForm({ initiative: { id } }: { initiative: ShownInitiative }) {
  const { t } = useWords('initiatives');
  const { problems, setProblems, refused, take } = useFate('initiatives');
  const [typed, setTyped] = useState<{ admit: string; grounds: RefusalGround[]; words: string }>({ admit: '', grounds: [], words: '' });
  const [decide, { pending }] = useAct(DecideDocument, { refresh: [InitiativeDocument, DeskDocument] });
  const isRefusal = typed.admit === 'no';
  const turn = (ground: RefusalGround, isOn: boolean) => setTyped({ ...typed, grounds: isOn ? [...typed.grounds, ground] : typed.grounds.filter((one) => one !== ground) });
  const send = async () => {
    if (typed.admit === '') return setProblems([{ field: 'admit', code: 'required' }]);
    const input = { id, admit: !isRefusal, grounds: isRefusal ? typed.grounds : [], words: isRefusal ? typed.words : '' };
    const wrong = problemsOf(decisionInput, input);
    setProblems(wrong);
    if (wrong.length === 0) take((await decide({ input }))?.decideInitiative, t(isRefusal ? 'official.refused' : 'official.admitted'));
  };
  return (
    <Form words="initiatives" summary="here" label={t('official.decide')} problems={problems} onSubmit={() => void send()}>
      <RadioGroup
        name="admit" label={t('official.decide')} hint={t('official.decideHint')} value={typed.admit} onChange={(admit) => setTyped({ ...typed, admit })}
        choices={[{ value: 'yes', label: t('official.admit'), hint: t('official.admitHint') }, { value: 'no', label: t('official.refuse') }]}
      />
      {isRefusal && grounds.map((ground) => <Checkbox key={ground} name={ground === 'notOurs' ? 'grounds' : `ground.${ground}`} label={t(`ground.${ground}`)} checked={typed.grounds.includes(ground)} onChange={(isOn) => turn(ground, isOn)} />)}
      {isRefusal && <TextArea name="words" rows={4} label={t('field.words')} hint={t('official.wordsHint')} limit={limits.words} value={typed.words} onChange={(words) => setTyped({ ...typed, words })} />}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('official.decideAct')}</Button>
      </FormActs>
    </Form>
  );
}
