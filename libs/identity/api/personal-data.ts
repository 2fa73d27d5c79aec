import { Injectable } from '@nestjs/common';

/** Where each slice says what it keeps about a person, for the person's own file. */
@Injectable()
export class PersonalData {
  private readonly parts = new Map<string, (citizenId: string) => Promise<unknown>>();

  register(name: string, part: (citizenId: string) => Promise<unknown>): void {
    this.parts.set(name, part);
  }

  async of(citizenId: string): Promise<Record<string, unknown>> {
    const parts = await Promise.all([...this.parts].map(async ([name, part]) => [name, await part(citizenId)] as const));
    return Object.fromEntries(parts);
  }
}
