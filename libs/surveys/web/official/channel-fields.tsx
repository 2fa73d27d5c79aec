import { entryDays, offlineChannels, surveyLimits as limits } from '@isegoria/surveys/contracts';
import { BothLanguages, CheckboxGroup, useWords } from '@isegoria/ui/web';
import type { Typed } from './typed';

type Ways = Pick<Typed, 'channels' | 'handIn'>;

/** On which ways besides this site it is answered too, and what one has to know for that. */
export function ChannelFields({ typed: { channels, handIn }, onChange }: { typed: Ways; onChange(part: Partial<Ways>): void }) {
  const { t } = useWords('surveys');
  const choices = offlineChannels.map((value) => ({ value, label: t(`channel.${value}`) }));
  return (
    <>
      <CheckboxGroup name="channels" optional label={t('field.channels')} hint={t('edit.channelsHint', { count: entryDays })} choices={choices} chosen={channels} onChange={(chosen) => onChange({ channels: chosen })} />
      {channels.length > 0 && (
        <>
          <BothLanguages name="handIn" label={t('field.handIn')} labelEn={t('field.handInEn')} hint={t('edit.handInHint')} rows={3} limit={limits.handIn} value={handIn} onChange={(handIn) => onChange({ handIn })} />
        </>
      )}
    </>
  );
}
