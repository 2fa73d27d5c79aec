import { Injectable } from '@nestjs/common';

/** The one source of time. Rules take a Date; only services ask the clock. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
