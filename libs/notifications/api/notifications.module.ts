import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ActivityRecord, ActivitySchema } from './activity.schema';
import { Activity } from './activity.service';
import { Follow, FollowSchema } from './follow.schema';
import { Follows } from './follows.service';
import { Inbox } from './inbox.service';
import { MailRecord, MailSchema, MailWish, MailWishSchema, OutboxRecord, OutboxSchema } from './mail.schema';
import { Mails } from './mails.service';
import { DigestWish, DigestWishSchema } from './news/digest-wish.schema';
import { DigestsSeed } from './news/digests.seed';
import { Digests } from './news/digests.service';
import { NewsResolver } from './news/news.resolver';
import { News } from './news/news.service';
import { NoticeRecord, NoticeSchema } from './notice.schema';
import { NotificationsResolver } from './notifications.resolver';
import { Once } from './once';
import { Post } from './post';
import { DeviceRecord, DeviceSchema, PushWish, PushWishSchema } from './push/device.schema';
import { DevicesResolver } from './push/devices.resolver';
import { Devices } from './push/devices.service';
import { PushWishes } from './push/push-wishes.service';
import { Pushes } from './push/pushes.service';
import { StopMailController } from './stop-mail.controller';

/** Follow, inbox, activity and mail: everybody hears about what is theirs. */
@Global()
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: ActivityRecord.name, schema: ActivitySchema },
      { name: DeviceRecord.name, schema: DeviceSchema },
      { name: DigestWish.name, schema: DigestWishSchema },
      { name: Follow.name, schema: FollowSchema },
      { name: MailRecord.name, schema: MailSchema },
      { name: MailWish.name, schema: MailWishSchema },
      { name: NoticeRecord.name, schema: NoticeSchema },
      { name: PushWish.name, schema: PushWishSchema },
      { name: OutboxRecord.name, schema: OutboxSchema },
    ]),
  ],
  controllers: [StopMailController],
  providers: [Activity, Devices, DevicesResolver, Digests, DigestsSeed, Follows, Inbox, Mails, News, NewsResolver, Once, Post, Pushes, PushWishes, NotificationsResolver],
  exports: [Activity, Follows, Inbox, Mails],
})
export class NotificationsModule {}
