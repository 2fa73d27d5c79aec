import { Injectable } from '@nestjs/common';

/** For which departments an official may be named: as the slice that knows the city's departments tells. Where there is none, any. */
@Injectable()
export class Offices {
  private knows: (departmentId: string) => Promise<boolean> = () => Promise.resolve(true);

  register(knows: (departmentId: string) => Promise<boolean>): void {
    this.knows = knows;
  }

  has(departmentId: string): Promise<boolean> {
    return this.knows(departmentId);
  }
}
