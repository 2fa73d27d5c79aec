import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { FileRecord, FileSchema } from './file.schema';
import { FilesController } from './files.controller';
import { FilesPersonal } from './files-personal';
import { FilesResolver } from './files.resolver';
import { Files } from './files.service';
import { FilesSweep } from './files.sweep';
import { LocalStorage, StoragePort } from './storage';

@Module({
  imports: [MongooseModule.forFeature([{ name: FileRecord.name, schema: FileSchema }])],
  controllers: [FilesController],
  providers: [Files, FilesPersonal, FilesSweep, FilesResolver, { provide: StoragePort, useClass: LocalStorage }],
  exports: [Files, StoragePort],
})
export class FilesModule {}
