import { Injectable } from '@nestjs/common';

/** A number that changes with every commit that told something: whatever was kept for visitors before it is old. */
@Injectable()
export class Committed {
  private count = 0;
  get number(): number {
    return this.count;
  }
  bump(): void {
    this.count += 1;
  }
}
