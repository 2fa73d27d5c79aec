import { useEffect, useState } from 'react';
import type { DateStyle } from '../words/formats';
import { useWords, type WordsOfSlice } from '../words/use-words';

/** A date as people write it. */
export function DateText({ at, style = 'day' }: { at: string | Date; style?: DateStyle }) {
  const { d } = useWords('ui');
  return <time dateTime={new Date(at).toISOString()}>{d(at, style)}</time>;
}

const MINUTE = 60_000;

/** How long ago, in few letters: «τώρα», «2′», «3 ώρες», then the date. It grows by itself. */
export function TimeAgo({ at }: { at: string | Date }) {
  const words = useWords('ui');
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(clock);
  }, []);
  const moment = new Date(at);
  return (
    <time dateTime={moment.toISOString()} title={words.d(moment, 'moment')}>
      {agoText(now - moment.getTime(), moment, words)}
    </time>
  );
}

function agoText(ms: number, at: Date, { t, d }: WordsOfSlice): string {
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 1) return t('ago.now');
  if (minutes < 60) return t('ago.minutes', { count: minutes });
  if (minutes < 24 * 60) return t('ago.hours', { count: Math.floor(minutes / 60) });
  if (minutes < 7 * 24 * 60) return t('ago.days', { count: Math.floor(minutes / 1440) });
  return d(at, 'short');
}

/** A number as the reader's language writes it. */
export function NumberText({ value, options }: { value: number; options?: Intl.NumberFormatOptions }) {
  const { n } = useWords('ui');
  return <>{n(value, options)}</>;
}
