import { digestRhythms } from '@isegoria/notifications/contracts';
import { announce, DateText, Loaded, RadioGroup, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { DigestWishesQuery, SetDigestRhythm } from './documents';

/** How often a citizen wants the news of what they follow. A choice is kept at once. */
export function RhythmPart() {
  const { t } = useWords('notifications');
  const answer = useGraph(DigestWishesQuery, {}, { staleMs: 0 });
  const [set] = useAct(SetDigestRhythm, { refresh: [DigestWishesQuery] });
  const change = async (value: string) => {
    const rhythm = digestRhythms.find((one) => one === value);
    if (rhythm && (await set({ rhythm }))) announce(t('rhythm.saved'));
  };
  return (
    <Loaded answer={answer}>
      {({ digestWishes: { rhythm, nextAt } }) => (
        <>
          <RadioGroup name="rhythm" label={t('rhythm.label')} choices={digestRhythms.map((value) => ({ value, label: t(`rhythm.${value}`) }))} value={rhythm} onChange={(value) => void change(value)} />
          {nextAt && (
            <p>
              {t('rhythm.next')} <DateText at={nextAt} />
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}
