import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { Archive } from './archive.service';
import { LetterDesk } from './desk.service';
import { GoingOut } from './going-out';
import { LetterMail } from './letter-mail';
import { NewsletterCopy, CopySchema, NewsletterRecord, LetterSchema, NewsletterReader, ReaderSchema } from './newsletter.schema';
import { NewslettersPersonal } from './newsletters-personal';
import { NewsletterFigures } from './newsletters.figures';
import { NewslettersResolver } from './newsletters.resolver';
import { NewslettersSeed } from './newsletters.seed';
import { Readers } from './readers.service';
import { StopController } from './stop.controller';

const collections = MongooseModule.forFeature([
  { name: NewsletterRecord.name, schema: LetterSchema },
  { name: NewsletterCopy.name, schema: CopySchema },
  { name: NewsletterReader.name, schema: ReaderSchema },
]);

/** Letters of the city to whoever said yes to them, and their public archive. */
@Module({
  imports: [collections, IdentityModule, NotificationsModule, LedgerModule],
  controllers: [StopController],
  providers: [Archive, GoingOut, LetterDesk, LetterMail, NewsletterFigures, NewslettersPersonal, NewslettersResolver, NewslettersSeed, Readers],
})
export class NewslettersModule {}
