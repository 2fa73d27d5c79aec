import { createHmac } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CitizenBirthYearVerified, CitizenRolesChanged, CitizenSecondStepRemoved } from '@isegoria/identity/contracts';
import { Events, secretFor } from '@isegoria/kernel/api';
import { PublicActs } from './public-acts.service';

/** Whoever is given power over others' voice, or loses it: the roles stand in the ledger, the person never does. */
@Injectable()
export class RoleChanges implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    this.events.later('citizen.rolesChanged', 'ledger', (change) => this.record(change));
    this.events.later('citizen.birthYearVerified', 'ledger', (seen) => this.recordYear(seen));
    this.events.later('citizen.secondStepRemoved', 'ledger', (removed) => this.recordRemoval(removed));
  }

  /** An official saw a year of birth on a card: it may open a vote. The act alone stands there. */
  private recordYear({ citizenId, at }: CitizenBirthYearVerified): Promise<void> {
    return this.acts.record({ act: 'birthYear.verified', id: `birth-year:${named(citizenId, at)}`, rule: null, role: 'official', subject: { kind: 'city', id: 'city' }, body: {} });
  }

  /** An administrator opened an account to its password alone. */
  private recordRemoval({ citizenId, at }: CitizenSecondStepRemoved): Promise<void> {
    return this.acts.record({ act: 'secondStep.removed', id: `second-step:${named(citizenId, at)}`, rule: null, role: 'administrator', subject: { kind: 'city', id: 'city' }, body: {} });
  }

  private record({ citizenId, roles, departmentId, by, at }: CitizenRolesChanged): Promise<void> {
    const id = named(citizenId, at);
    const subject = departmentId ? { kind: 'department', id: departmentId } : { kind: 'city', id: 'city' };
    return this.acts.record({ act: 'roles.changed', id: `roles:${id}`, rule: null, role: by.startsWith('way:') ? 'system' : 'administrator', subject, body: { roles: [...roles] } });
  }
}

/** With the city's secret in it, nobody can try citizens' ids until one fits. */
function named(citizenId: string, at: Date): string {
  return createHmac('sha256', secretFor('ledger.acts')).update(`${citizenId} ${at.toISOString()}`).digest('base64url');
}
