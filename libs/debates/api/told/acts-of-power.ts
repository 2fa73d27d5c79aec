import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '@isegoria/kernel/api';
import { PublicActs, type PublicActSaid } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import { Moves, subjectOf } from '../moves';

/** What is done with a debate stands in the public ledger: that a department opened it, what was concluded and which arguments were named, what the department in charge answered. Of words their digests, of persons nothing. */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    private readonly moves: Moves,
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    for (const event of ['debate.opened', 'debate.concluded', 'debate.answered'] as const) this.events.later(event, 'debates.ledger', ({ id }) => this.record(id));
  }

  /** All that happened to it so far, each act once by its id; seeds call it for the past. */
  async record(id: string): Promise<void> {
    const debate = await this.moves.find(id);
    if (!debate) return;
    const { title, text, byDepartmentId, openedAt, conclusion, answer } = debate;
    const of = (name: string, role: string) => ({ act: `debate.${name}`, rule: null, role, subject: subjectOf(id) });
    const acts: PublicActSaid[] = [];
    if (byDepartmentId && openedAt) acts.push({ ...of('opened', 'official'), id: `debate:${id}:opened`, body: { department: byDepartmentId, words: digest(JSON.stringify([title, text])) } });
    if (conclusion?.publishedAt) {
      const words = digest(conclusion.text);
      acts.push({ ...of('concluded', byDepartmentId ? 'official' : 'citizen'), id: `debate:${id}:concluded:${words}`, body: { words, heard: conclusion.heard.map((one) => one.id).join(' ') } });
    }
    if (answer) {
      const words = digest(answer.text);
      acts.push({ ...of('answered', 'official'), id: `debate:${id}:answered:${words}`, body: { department: answer.departmentId, words } });
    }
    await this.acts.recordAll(acts);
  }
}
