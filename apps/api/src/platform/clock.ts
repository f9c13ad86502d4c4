import { Injectable } from '@nestjs/common';

/** The one place time comes from; tests and the demo put their own in its stead. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
