import type { Locale } from '@isegoria/kernel/contracts';

/** What a device is sent. Only its browser can read it. */
export interface PushNotice {
  title: string;
  body: string;
  /** Where a press leads. */
  path: string;
  /** Of two with one tag a device shows the later. */
  tag: string;
  lang: Locale;
}
