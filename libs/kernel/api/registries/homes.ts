import { Injectable } from '@nestjs/common';

/** Where a person may say that they live: as the slice that knows the city's districts tells. Where there is none, anywhere. */
@Injectable()
export class Homes {
  private knows: (districtId: string) => Promise<boolean> = () => Promise.resolve(true);

  register(knows: (districtId: string) => Promise<boolean>): void {
    this.knows = knows;
  }

  async has(districtId: string | null | undefined): Promise<boolean> {
    return !districtId || this.knows(districtId);
  }
}
