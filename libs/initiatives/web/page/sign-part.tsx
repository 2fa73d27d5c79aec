import { RefusalNotice, useMe, WaysToVerify } from '@isegoria/identity/web';
import { initiativeLimits as limits, signInput } from '@isegoria/initiatives/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, AskedButton, Button, Checkbox, Form, FormActs, LinkButton, Loaded, Notice, type Problem, Section, TextField, useGraph, useKept, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { useState } from 'react';
import { RightDocument, type ShownInitiative } from '../documents';
import styles from '../initiatives.module.css';
import { type SignFate, useSign } from './use-sign';

/** Where one signs: what signing means, who may, and how to become somebody who may; and, for who has signed, how to take it back. */
export function SignPart({ initiative }: { initiative: ShownInitiative }) {
  const { t } = useWords('initiatives');
  const { id, ballotId } = initiative;
  const { me, pending } = useMe();
  const signing = useSign(id, ballotId);
  const right = useGraph(RightDocument, { ballotId }, { enabled: me !== null });
  return (
    <Section title={t(signing.hasSigned ? 'sign.done' : 'sign.title')} id="sign">
      {!pending && !me && <WhoMaySign reason="sign_in" initiative={initiative} />}
      {me && signing.hasSigned && <HasSigned initiative={initiative} signing={signing} />}
      {me && !signing.hasSigned && (
        <Loaded answer={right}>{({ votingRight: { mayVote, reason } }) => (mayVote ? <SignForm initiative={initiative} signing={signing} name={me.name} /> : <WhoMaySign reason={reason ?? 'sign_in'} initiative={initiative} />)}</Loaded>
      )}
    </Section>
  );
}

type Signing = ReturnType<typeof useSign>;

function SignForm({ initiative, signing, name }: { initiative: ShownInitiative; signing: Signing; name: string }) {
  const words = useWords('initiatives');
  const { t, lt } = words;
  const { id, digest, terms } = initiative;
  const [typed, setTyped, forget] = useKept(`sign:${id}`, { fullName: name, agrees: false, showsName: false });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const send = async () => {
    const { fullName, showsName, agrees } = typed;
    const wrong: Problem[] = problemsOf(signInput, { digest, fullName, showsName, nonce: 'not-made-yet' });
    if (!agrees) wrong.push({ field: 'agrees', code: 'required' });
    setProblems(wrong);
    if (wrong.length > 0 || !digest) return;
    if (!(await signing.sign({ digest, fullName, showsName }))) return;
    forget();
    announce(t('sign.signed'));
  };
  return (
    <Form words="initiatives" summary="here" label={t('sign.title')} problems={problems} onSubmit={() => void send()}>
      <p className={styles.lead}>{t('sign.means', { kind: lt(terms.name) })}</p>
      <TextField name="fullName" label={t('field.fullName')} hint={t('sign.fullNameHint')} autoComplete="name" value={typed.fullName} onChange={(fullName) => setTyped({ ...typed, fullName: fullName.slice(0, limits.fullName * 2) })} />
      <Checkbox name="agrees" label={t('field.agrees')} checked={typed.agrees} onChange={(agrees) => setTyped({ ...typed, agrees })} />
      <Checkbox name="showsName" label={t('field.showsName')} hint={t('sign.showsNameHint')} checked={typed.showsName} onChange={(showsName) => setTyped({ ...typed, showsName })} />
      {signing.refused && <RefusalNotice>{fateText(words, signing.refused)}</RefusalNotice>}
      <FormActs>
        <Button type="submit" pending={signing.pending}>{t('sign.act')}</Button>
      </FormActs>
      <p className={styles.small}>{t('sign.kept', { count: terms.keepMonths })}</p>
    </Form>
  );
}

function HasSigned({ initiative: { mine, terms }, signing }: { initiative: ShownInitiative; signing: Signing }) {
  const words = useWords('initiatives');
  const { t } = words;
  const takeBack = async (close: () => void) => {
    if (await signing.withdraw()) announce(t('sign.takenBack'));
    close();
  };
  return (
    <>
      <Notice tone="done" title={t('sign.thanks')}>
        <p>{t(mine.showsName ? 'sign.nameShown' : 'sign.nameHidden')}</p>
        <p>{t('sign.kept', { count: terms.keepMonths })}</p>
      </Notice>
      {signing.refused && <Notice tone="problem" live>{fateText(words, signing.refused)}</Notice>}
      <div className={styles.acts}>
        <LinkButton variant="secondary" to="/votes/mine">{t('sign.receipt')}</LinkButton>
        <AskedButton act={t('sign.takeBack')} question={t('sign.takeBackAsk')} yes={t('sign.takeBackYes')} pending={signing.pending} onYes={takeBack}>
          <p>{t('sign.takeBackLoses')}</p>
        </AskedButton>
      </div>
    </>
  );
}

/** Why somebody cannot sign here, kindly, with the way to where they can: and back to this place afterwards. */
function WhoMaySign({ reason, initiative: { terms } }: { reason: string; initiative: ShownInitiative }) {
  const { t } = useWords('initiatives');
  const isStranger = reason === 'sign_in' || reason === 'verified';
  return (
    <Notice title={t(`who.${reason}.title`)}>
      <p>{t(`who.${reason}.text`, { age: terms.minimumAge })}</p>
      {isStranger && <WaysToVerify isVisitor={reason === 'sign_in'} at="#sign" />}
      {['unconfirmed', 'district', 'no_district'].includes(reason) && <LinkButton variant="secondary" to="/account">{t('who.toAccount')}</LinkButton>}
      <p>{t('who.paper')}</p>
    </Notice>
  );
}

/** Why a press did not count, in words of every day. */
function fateText({ t, d, has }: WordsOfSlice, fate: SignFate): string {
  if (fate.__typename === 'BallotClosed') return t('fate.BallotClosed', { at: d(fate.closedAt, 'moment') });
  if (fate.__typename === 'TooMany') return t('fate.TooMany', { count: fate.retryAfterSeconds });
  const reason = 'reason' in fate ? fate.reason : null;
  if (reason && has(`fate.${reason}`)) return t(`fate.${reason}`);
  return has(`fate.${fate.__typename}`) ? t(`fate.${fate.__typename}`) : t('failed');
}
