export { FilesModule } from './files.module';
export { Files } from './files.service';
export { StoragePort } from './storage';
