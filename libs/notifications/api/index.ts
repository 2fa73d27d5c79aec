export { Activity, type Happening } from './activity.service';
export type { Because } from './follow.schema';
export { Follows } from './follows.service';
export { Inbox, type Telling } from './inbox.service';
export { Mails, type SliceMail } from './mails.service';
export { NotificationsModule } from './notifications.module';
export { activitySentence } from './words';
