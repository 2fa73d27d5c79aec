import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { WorkState } from '@isegoria/budgeting/contracts';
import { Files } from '@isegoria/files/api';
import { Citizens } from '@isegoria/identity/api';
import type { SeedContext } from '@isegoria/kernel/api';
import { newsSubject } from '../project-views';
import { Project, type StoredNews, type StoredWork } from '../project.schema';
import type { DemoProject, DemoReport, DemoStory } from './demo-project';

const dayMs = 86_400_000;
const steps = ['Μελέτη', 'Διαγωνισμός', 'Σύμβαση', 'Έναρξη εργασιών', 'Παράδοση'] as const;
const done: Record<WorkState, number> = { planned: 1, tendering: 2, building: 4, done: 5 };
const told: Record<WorkState, string> = {
  planned: 'Η μελέτη ξεκίνησε. Ο μηχανικός του έργου συναντά τους κατοίκους την πρώτη Τρίτη του μήνα.',
  tendering: 'Ο διαγωνισμός προκηρύχθηκε. Οι προσφορές ανοίγουν σε ανοιχτή συνεδρίαση.',
  building: 'Το συνεργείο δουλεύει. Ως τώρα πάμε μέσα στον χρόνο και στο ποσό.',
  done: 'Παραδόθηκε και είναι ανοιχτό σε όλους. Ευχαριστούμε όσους το πρότειναν και το ψήφισαν.',
};

/** How far the works of the demo city are, for those that were funded. */
@Injectable()
export class DemoWorks {
  constructor(
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    private readonly citizens: Citizens,
    private readonly files: Files,
  ) {}

  async build({ id, projects }: { id: string; projects: readonly DemoProject[] }, { now, random }: SeedContext): Promise<void> {
    const funded = await this.projects.find({ budgetId: id, isFunded: true }).sort({ number: 1 }).lean<Project[]>().exec();
    for (const { _id, number, cost, departmentId } of funded) {
      const { works: state = 'planned', story } = projects[number - 1] ?? {};
      await this.projects.updateOne({ _id }, { $set: { work: demoWork({ id: _id, cost, state, now, random, story }) } }).exec();
      if (story) await this.illustrate(_id, story.reports, departmentId);
    }
  }

  /** The pictures of a story, as if an official of the department had put them there. */
  private async illustrate(projectId: string, reports: readonly DemoReport[], departmentId: string | null): Promise<void> {
    const officials = await this.citizens.withRole('official');
    const official = officials.find((one) => one.departmentId === departmentId) ?? officials[0];
    for (const [place, { picture, alt }] of reports.entries()) {
      if (!picture || !official) continue;
      const kept = await this.files.keep(Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64'), official.id, alt);
      if ('id' in kept) await this.files.claim([kept.id], official.id, newsSubject(reportId(projectId, place)));
    }
  }
}

/** How a work of last year stands: steps some seven weeks apart, money as far as it has come. */
function demoWork({ id, cost, state, now, random, story }: { id: string; cost: number; state: WorkState; now: Date; random: () => number; story: DemoStory | undefined }): StoredWork {
  const passed = done[state];
  const progress = { planned: 10, tendering: 25, building: 40 + 5 * Math.floor(random() * 10), done: 100 }[state];
  const at = (days: number) => new Date(now.getTime() + Math.round(days) * dayMs);
  const milestones = steps.map((title, place) => {
    const days = (place - passed) * 48 + 20;
    return { title, dueAt: at(days), doneAt: place < passed ? at(Math.min(days - 6, -4 - 2 * (passed - place))) : null };
  });
  const paid = state === 'done' ? 0.94 + random() * 0.05 : state === 'building' ? (progress / 100) * 0.9 : state === 'tendering' ? 0.04 : 0.02;
  const usual: StoredNews = { id: `${id}-news`, at: at(-12 - Math.floor(random() * 30)), text: told[state], progress, state };
  const news = story?.reports.map((report, place): StoredNews => ({ id: reportId(id, place), at: at(-report.daysAgo), text: report.text, progress: report.progress, state: report.progress === 100 ? 'done' : 'building' }));
  return { state, progress, spent: story ? story.spent * 100 : Math.round((cost * paid) / 10_000) * 10_000, milestones, acts: story?.acts ?? [], news: news ?? [usual] };
}

/** The id of a report of a story, to which its picture belongs. */
const reportId = (projectId: string, place: number): string => `${projectId}-news-${place + 1}`;
