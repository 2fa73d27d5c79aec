import { Module } from '@nestjs/common';
import { OperationsResolver } from './operations.resolver';

/** What those who run the city look after. */
@Module({ providers: [OperationsResolver] })
export class OperationsModule {}
