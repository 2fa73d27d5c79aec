import { z } from 'zod';
import { defineEnv, envVar } from '@isegoria/kernel/api';

export const mailEnv = defineEnv({
  SMTP_URL: envVar(z.string().regex(/^smtps?:\/\//, 'begins with smtp:// or smtps://'), 'The mail server, as smtps://user:password@host:465; without it mails stay on the page /outbox, in development only.', ''),
  MAIL_FROM: envVar(z.string().regex(/@/, 'holds a mail address'), 'The sender that citizens see.', 'Ισηγορία <isegoria@localhost>'),
});
