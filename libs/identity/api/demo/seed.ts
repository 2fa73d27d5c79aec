import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { newId, type SeedContext, Seeds } from '@isegoria/kernel/api';
import { Account } from '../account/account.schema';
import { Citizens, type NewCitizen } from '../people/citizens.service';
import { Passwords } from '../account/passwords.service';
import { districts, families, men, women } from './seed-names';
import { demographicsOf } from './seed-people';

/** The password of every demo account. It opens nothing but a demo city. */
export const demoPassword = 'kalimera-poli-mou';

const people = 600;
const days = 400;
const dayMs = 24 * 3600 * 1000;

/** One account of each role to sign in with. */
const demo: (NewCitizen & { email: string; says: string })[] = [
  { says: 'citizen', email: 'citizen@isegoria.example', name: 'Μαρία Ιωάννου', districtId: 'kentro' },
  { says: 'citizen', email: 'citizen2@isegoria.example', name: 'Γιάννης Μακρής', districtId: 'ormos' },
  { says: 'moderator', email: 'moderator@isegoria.example', name: 'Ελένη Σωτηρίου', roles: ['moderator'], districtId: 'ano-poli' },
  { says: 'moderator', email: 'moderator2@isegoria.example', name: 'Νίκος Λαζαρίδης', roles: ['moderator'], districtId: 'pefka' },
  { says: 'official, technical', email: 'technical@isegoria.example', name: 'Κώστας Δελής', roles: ['official'], departmentId: 'technical' },
  { says: 'official, environment', email: 'environment@isegoria.example', name: 'Σοφία Πετρίδου', roles: ['official'], departmentId: 'environment' },
  { says: 'official, cleaning', email: 'cleaning@isegoria.example', name: 'Ηλίας Ψαράς', roles: ['official'], departmentId: 'cleaning' },
  { says: 'official, social', email: 'social@isegoria.example', name: 'Άννα Ξενάκη', roles: ['official'], departmentId: 'social' },
  { says: 'official, culture', email: 'culture@isegoria.example', name: 'Πέτρος Γαλάνης', roles: ['official'], departmentId: 'culture' },
  { says: 'official, finance', email: 'finance@isegoria.example', name: 'Δήμητρα Καρρά', roles: ['official'], departmentId: 'finance' },
  { says: 'council', email: 'council@isegoria.example', name: 'Ανδρέας Πολίτης', roles: ['council'], districtId: 'limani' },
  { says: 'council clerk', email: 'clerk@isegoria.example', name: 'Μαρίνα Δουκάκη', roles: ['clerk'] },
  { says: 'administrator', email: 'admin@isegoria.example', name: 'Χριστίνα Οικονόμου', roles: ['administrator'] },
];

/** The people of the demo city: accounts to sign in with, and neighbours who propose, argue and vote. */
@Injectable()
export class IdentitySeed implements OnModuleInit {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    private readonly citizens: Citizens,
    private readonly passwords: Passwords,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'identity', order: 20, run: (context) => this.run(context) });
  }

  private async run(context: SeedContext): Promise<void> {
    await this.accountsToSignInWith(context);
    const wanted = Math.max(10, Math.round(people * context.scale));
    const there = await this.accounts.countDocuments({ made: true }).exec();
    const neighbours = Array.from({ length: wanted }, (_, at) => neighbour(context, at, wanted)).slice(there);
    context.progress('citizens', 0, wanted);
    await this.citizens.createMany(neighbours);
    context.progress('citizens', wanted, wanted);
  }

  private async accountsToSignInWith({ now, tell }: SeedContext): Promise<void> {
    const password = await this.passwords.hash(demoPassword);
    const createdAt = new Date(now.getTime() - days * dayMs);
    for (const { says: _, ...account } of demo) {
      const known = await this.accounts.exists({ email: account.email }).exec();
      if (!known) await this.citizens.create({ ...account, password, createdAt, agreedAt: createdAt });
    }
    tell('To sign in, with the password ' + demoPassword + ':');
    for (const { says, email } of demo) tell(`  ${email.padEnd(32)} ${says}`);
  }
}

function neighbour({ random, now }: SeedContext, at: number, of: number): NewCitizen {
  const pick = <T>(list: T[], fallback: T): T => list[Math.floor(random() * list.length)] ?? fallback;
  const isWoman = random() < 0.53;
  const [man, woman] = pick(families, ['Πολίτης', 'Πολίτη']);
  const name = isWoman ? `${pick(women, 'Μαρία')} ${woman}` : `${pick(men, 'Γιώργος')} ${man}`;
  // They came one after the other, more of them lately.
  const createdAt = new Date(now.getTime() - days * dayMs * (1 - Math.sqrt((at + 1) / (of + 1))));
  const said = demographicsOf(at, isWoman, now.getFullYear());
  return { id: newId(createdAt), name, districtId: district(random()), ...said, saidBy: 'self', locale: 'el', createdAt, agreedAt: createdAt, made: true };
}

function district(chance: number): string {
  let left = chance;
  for (const [id, share] of districts) {
    left -= share;
    if (left < 0) return id;
  }
  return 'kentro';
}
