import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { Kept } from '@isegoria/kernel/api';
import { Organisation } from '@isegoria/organisation/api';
import type { RequestService } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { ServiceRecord } from './request-service.schema';
import { labelsOf } from './request-labels';

/** What citizens can ask for. It is read with every request and changes a few times a year. */
@Injectable()
export class Catalogue {
  private readonly kept = new Kept(() => this.read(), 3000);

  constructor(
    @InjectModel(ServiceRecord.name) private readonly services: Model<ServiceRecord>,
    private readonly organisation: Organisation,
  ) {}

  /** Every service by its id, the retired ones too: what was reported under one keeps its name. */
  all(): Promise<Map<string, ServiceRecord>> {
    return this.kept.get();
  }

  async service(id: string): Promise<ServiceRecord | null> {
    return (await this.all()).get(String(id)) ?? null;
  }

  /** As it is shown, by heading. Administrators see what is retired too. */
  async shownTo(viewer: Citizen | null): Promise<RequestService[]> {
    const services = [...(await this.all()).values()].filter(({ isRetired }) => !isRetired || hasRole(viewer, 'administrator'));
    return this.shown(services);
  }

  async shown(services: readonly ServiceRecord[]): Promise<RequestService[]> {
    const departments = labelsOf((await this.organisation.city()).departments);
    return services.map(({ _id: id, questions, departmentId, revision = 0, ...service }) => ({
      ...service,
      id,
      revision,
      department: departments(departmentId),
      questions: questions.filter(({ isRetired }) => !isRetired).map(({ isRetired: _gone, choices, ...question }) => ({ ...question, choices: choices.filter((choice) => !choice.isRetired) })),
    }));
  }

  /** Forgets what is kept, so that a change is seen at once by whoever made it; other processes see it within three seconds. */
  changed(): void {
    this.kept.drop();
  }

  private async read(): Promise<Map<string, ServiceRecord>> {
    const services = await this.services.find().lean<ServiceRecord[]>().exec();
    const byHeading = (one: ServiceRecord, other: ServiceRecord) => one.group.el.localeCompare(other.group.el, 'el') || one.name.el.localeCompare(other.name.el, 'el');
    return new Map(services.sort(byHeading).map((service) => [service._id, service]));
  }
}
