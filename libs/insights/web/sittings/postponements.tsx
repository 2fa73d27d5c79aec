import { useWords } from '@isegoria/ui/web';
import type { Sitting } from './documents';

/** On which days the sitting was to be before, and why it was not. */
export function Postponements({ sitting: { postponements } }: { sitting: Pick<Sitting, 'postponements'> }) {
  const { t, lt, lang, d } = useWords('insights');
  return postponements.map(({ from, reason, at }) => (
    <p key={at}>
      {t('sitting.postponedFrom', { from: d(from, 'moment') })}. <span lang={lang(reason)}>{lt(reason)}</span>
    </p>
  ));
}
