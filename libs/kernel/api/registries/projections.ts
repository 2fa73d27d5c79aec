import { Injectable } from '@nestjs/common';

/** Something derived that can be thrown away and made again from its log. */
export interface Projection {
  name: string;
  rebuild(progress: (done: number, total: number) => void): Promise<void>;
}

/** What `isegoria rebuild <name>` may throw away and count again. */
@Injectable()
export class Projections {
  private readonly projections = new Map<string, Projection>();

  register(projection: Projection): void {
    this.projections.set(projection.name, projection);
  }

  named(name: string): Projection | null {
    return this.projections.get(name) ?? null;
  }

  all(): Projection[] {
    return [...this.projections.values()];
  }
}
