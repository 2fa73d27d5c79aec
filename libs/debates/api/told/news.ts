import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Comments } from '@isegoria/comments/api';
import { Citizens } from '@isegoria/identity/api';
import { Events, excerpt } from '@isegoria/kernel/api';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import { Moves, subjectOf } from '../moves';

/** Tells the city, and each who took part in a debate or follows it, what became of it. Each piece of news has its key: heard twice, it is told once. */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    private readonly moves: Moves,
    private readonly comments: Comments,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.later('debate.opened', 'debates.news', ({ id, title, at }) => this.activity.record({ about: subjectOf(id), name: 'debates.opened', params: { title }, at, key: `debate.opened:${id}` }));
    this.events.later('debate.ended', 'debates.news', (ended) => this.ended(ended));
    this.events.later('debate.concluded', 'debates.news', ({ id, at }) => this.concluded(id, at));
    this.events.later('debate.answered', 'debates.news', ({ id, at, departmentId }) => this.answered(id, { at, departmentId }));
  }

  /** Who opened it is asked to conclude: the citizen, or the officials of the department. */
  private async ended({ id, title }: { id: string; title: string }): Promise<void> {
    const debate = await this.moves.find(id);
    if (!debate || debate.conclusion) return;
    const officials = debate.byDepartmentId === null ? [] : (await this.citizens.withRole('official')).filter(({ departmentId }) => departmentId === debate.byDepartmentId);
    const to = debate.byDepartmentId === null ? [debate.authorId].filter(Boolean) : officials.map((official) => official.id);
    await this.inbox.tell({ to, about: subjectOf(id), name: 'debates.ended', params: { title }, mail: true, key: `debate.ended:${id}` });
  }

  private async concluded(id: string, at: Date): Promise<void> {
    const debate = await this.moves.find(id);
    if (debate?.conclusion?.visibility !== 'public' || !debate.listed) return;
    const { title, people, conclusion } = debate;
    const params = { title, people, text: excerpt(conclusion.text, 160) };
    const key = `debate.concluded:${id}`;
    await this.activity.record({ about: subjectOf(id), name: 'debates.concluded', params, at, key });
    await this.inbox.tell({ to: (await this.concerned(id)).filter((one) => one !== conclusion.byId), about: subjectOf(id), name: 'debates.concluded', params, mail: true, key });
  }

  private async answered(id: string, { at, departmentId }: { at: Date; departmentId: string | null }): Promise<void> {
    const debate = await this.moves.find(id);
    if (!debate?.answer || !debate.listed) return;
    const department = departmentId ? await this.organisation.department(departmentId) : null;
    const params = { title: debate.title, department: department?.name ?? '', text: excerpt(debate.answer.text, 160) };
    const key = `debate.answered:${id}:${at.getTime()}`;
    await this.activity.record({ about: subjectOf(id), name: 'debates.answered', params, at, key });
    await this.inbox.tell({ to: await this.concerned(id), about: subjectOf(id), name: 'debates.answered', params, mail: false, key });
  }

  /** Whoever took part and whoever follows: each once. */
  private async concerned(id: string): Promise<string[]> {
    const [authors, followers] = await Promise.all([this.comments.authorsOn([subjectOf(id)]), this.follows.followers(subjectOf(id))]);
    return [...new Set([...authors, ...followers])];
  }
}

