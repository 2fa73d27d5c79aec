export { DevelopersModule } from './developers.module';
export { fairUseDoor } from './fair-use.door';
