import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AnswerLog } from './answer-log';
import { Cartographer } from './cartographer';
import { CoordinationSigns } from './coordination-signs';
import { MapThread } from './map-thread';
import {
  AnswerRecord, AnswerSchema, ConversationRecord, ConversationSchema, DueRecord, DueSchema, LatestRecord, LatestSchema, MapRecord, MapSchema, SignRecord, SignSchema, StatementRecord, StatementSchema,
} from './opinion.schema';
import { OpinionsBriefing } from './opinions.briefing';
import { OpinionPages } from './opinion-pages';
import { OpinionsDataset } from './opinions.dataset';
import { OpinionsExport } from './opinions-export';
import { OpinionsExportController } from './opinions-export.controller';
import { OpinionsImporter } from './opinions.importer';
import { OpinionsPersonal } from './opinions-personal';
import { OpinionsLinks } from './opinions.links';
import { OpinionsResolver } from './opinions.resolver';
import { OpinionsService } from './opinions.service';
import { OpinionsSeed } from './seed';
import { StatementStanding } from './statement-standing';

const collections = MongooseModule.forFeature([
  { name: StatementRecord.name, schema: StatementSchema },
  { name: AnswerRecord.name, schema: AnswerSchema },
  { name: LatestRecord.name, schema: LatestSchema },
  { name: DueRecord.name, schema: DueSchema },
  { name: MapRecord.name, schema: MapSchema },
  { name: SignRecord.name, schema: SignSchema },
  { name: ConversationRecord.name, schema: ConversationSchema },
]);

/** Short statements on any subject, answers to them, and the map of who thinks alike. */
@Module({
  imports: [collections],
  controllers: [OpinionsExportController],
  providers: [
    AnswerLog, Cartographer, CoordinationSigns, MapThread, OpinionPages, OpinionsBriefing, OpinionsExport, OpinionsImporter, OpinionsLinks, OpinionsPersonal, OpinionsResolver, OpinionsSeed, OpinionsService, StatementStanding, OpinionsDataset,
  ],
})
export class OpinionsModule {}
