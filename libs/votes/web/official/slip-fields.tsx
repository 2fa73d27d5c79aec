import { RadioGroup, TextField, useWords } from '@isegoria/ui/web';
import type { OfflineChannel } from '@isegoria/votes/contracts';

/** By which number two officials speak of a paper, whose it is, and on which way it came. */
export interface Slip {
  slip: string;
  person: string;
  channel: string;
}

export interface SlipFieldsProps {
  channels: readonly OfflineChannel[];
  value: Slip;
  onChange(part: Partial<Slip>): void;
}

/** The head of every form by which an official enters a paper. */
export function SlipFields({ channels, value: { slip, person, channel }, onChange }: SlipFieldsProps) {
  const { t } = useWords('votes');
  return (
    <>
      <TextField name="slip" label={t('desk.slip')} hint={t('desk.slipHint')} width="short" value={slip} onChange={(next) => onChange({ slip: next })} autoComplete="off" />
      <TextField name="person" label={t('desk.person')} hint={t('desk.personHint')} width="medium" value={person} onChange={(next) => onChange({ person: next })} autoComplete="off" spellCheck={false} />
      <RadioGroup name="channel" label={t('desk.by')} layout="row" choices={channels.map((value) => ({ value, label: t(`desk.channel.${value}`) }))} value={channel} onChange={(next) => onChange({ channel: next })} />
    </>
  );
}

/** What was typed as the city takes it; null while no way is chosen that the ballot knows. */
export function slipInput({ slip, person, channel }: Slip, channels: readonly OfflineChannel[]) {
  const known = channels.find((each) => each === channel);
  return known ? { channel: known, slip: slip.trim(), ...(person.includes('@') ? { email: person.trim() } : { document: person.trim() }) } : null;
}

/** Where the next paper begins. */
export function toSlip(): void {
  document.querySelector<HTMLInputElement>('form input[name="slip"]')?.focus();
}

/** What became of an entry. */
export interface EntryFate {
  __typename: string;
  state?: string;
  reason?: string;
  problems?: readonly { field: string }[];
}

export function fateTone({ __typename, state }: EntryFate): 'done' | 'warning' | 'problem' {
  if (__typename !== 'EntryKept') return 'problem';
  return state === 'conflict' ? 'warning' : 'done';
}

/** The name of the sentence that tells it, under the words of the page. */
export function fateKey({ __typename, state = '', reason = '', problems = [] }: EntryFate): string {
  if (__typename === 'EntryKept') return `kept.${state}`;
  if (__typename === 'NotAllowed') return `refused.${reason}`;
  const field = __typename === 'Invalid' ? problems[0]?.field : null;
  return `refused.${field === 'document' || field === 'email' ? 'person' : field === 'slip' ? 'slip' : __typename}`;
}
