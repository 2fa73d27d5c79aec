import { Checkbox, FieldGroup, Select, TextField, useGraph, useWords } from '@isegoria/ui/web';
import { MemberListsDocument } from '@isegoria/votes/web';
import { channels, type Declaration } from './declaration';

/** Who votes on the budget, and by which ways besides this site. */
export function ElectorateFields({ typed, onChange }: { typed: Declaration; onChange(part: Partial<Declaration>): void }) {
  const { t, lt } = useWords('budgeting');
  const lists = useGraph(MemberListsDocument, {}).data?.memberLists ?? [];
  const turn = (channel: Declaration['channels'][number], isOn: boolean) => onChange({ channels: channels.filter((each) => (each === channel ? isOn : typed.channels.includes(each))) });
  return (
    <>
      <FieldGroup id="who" problem={null} label={t('declare.who')} hint={t('declare.whoHint')}>
        <Checkbox name="verified" label={t('declare.verified')} checked={typed.verified} onChange={(verified) => onChange({ verified })} />
        <TextField name="electorate.minimumAge" optional width="short" inputMode="numeric" label={t('declare.minimumAge')} value={typed.minimumAge} onChange={(minimumAge) => onChange({ minimumAge })} />
        <Select name="electorate.list" label={t('declare.list')} placeholder={t('declare.anybody')} choices={lists.map(({ id, title }) => ({ value: id, label: lt(title) }))} value={typed.list} onChange={(list) => onChange({ list })} />
      </FieldGroup>
      <FieldGroup id="channels" problem={null} label={t('declare.channels')} hint={t('declare.channelsHint')}>
        {channels.map((channel) => (
          <Checkbox key={channel} name={`channel.${channel}`} label={t(`declare.channel.${channel}`)} checked={typed.channels.includes(channel)} onChange={(isOn) => turn(channel, isOn)} />
        ))}
      </FieldGroup>
    </>
  );
}
