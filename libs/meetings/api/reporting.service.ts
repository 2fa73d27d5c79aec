import { Injectable } from '@nestjs/common';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, newId, plain, Subjects, unheard } from '@isegoria/kernel/api';
import { type FieldProblem, problemsOf, subjectKey } from '@isegoria/kernel/contracts';
import { type MeetingReportInput, type MeetingResult, reportInput } from '@isegoria/meetings/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { Organising } from './organising.service';
import { invalid, noMeeting, refuse } from './refusals';

/** What the city says of a meeting afterwards, and that it did what was agreed. */
@Injectable()
export class Reporting {
  constructor(
    private readonly organising: Organising,
    private readonly organisation: Organisation,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  /** Said once: a second press finds it said. */
  async report(official: Citizen, id: string, input: MeetingReportInput): Promise<MeetingResult> {
    const form = problemsOf(reportInput, input);
    const wrong = form.length > 0 ? form : await this.unknown(input);
    return this.organising.step(official, id, 'report', (before, now) => {
      if (before.stage === 'reported') return 'done';
      if (before.stage !== 'closed') return refuse('not_closed');
      if (wrong.length > 0) return invalid(wrong);
      const outcomes = input.outcomes.map(({ text, subject, departmentId, dueAt }) => ({ id: newId(now), text: plain(text), subject: subject ? { kind: subject.kind, id: subject.id } : null, departmentId: departmentId ?? null, dueAt: dueAt ?? null, doneAt: null }));
      const report = { text: { el: plain(input.text.el), en: plain(input.text.en) }, minutesUrl: input.minutesUrl.trim(), outcomes, at: now };
      return { to: 'reported', set: { report }, told: unheard('meeting.reported', { id, title: before.title, departmentId: before.departmentId, outcomeId: null, at: now }) };
    });
  }

  /** Done is said once, and everybody who was promised it is told. */
  keep(official: Citizen, id: string, outcomeId: string): Promise<MeetingResult> {
    return this.organising.step(official, id, 'keep', (before, now) => {
      const { report } = before;
      const outcome = report?.outcomes.find((one) => one.id === outcomeId);
      if (!report || !outcome) return noMeeting;
      if (outcome.doneAt) return 'done';
      const outcomes = report.outcomes.map((one) => (one.id === outcomeId ? { ...one, doneAt: now } : one));
      return { to: 'reported', set: { report: { ...report, outcomes } }, told: unheard('meeting.reported', { id, title: before.title, departmentId: before.departmentId, outcomeId, at: now }) };
    });
  }

  private async unknown({ outcomes }: MeetingReportInput): Promise<FieldProblem[]> {
    const { departments } = await this.organisation.current();
    const cards = await this.subjects.cards(outcomes.flatMap(({ subject }) => subject ?? []));
    const now = this.clock.now();
    const problem = (at: number, field: string, code: FieldProblem['code'] = 'invalid'): FieldProblem => ({ field: `outcomes.${at}.${field}`, code, limit: null });
    return outcomes.flatMap(({ subject, departmentId, dueAt }, at) => [
      ...(subject && !cards.get(subjectKey(subject))?.isPublic ? [problem(at, 'subject')] : []),
      ...(departmentId && !departments.some(({ id }) => id === departmentId) ? [problem(at, 'departmentId')] : []),
      ...(dueAt && dueAt < now ? [problem(at, 'dueAt', 'too_small')] : []),
    ]);
  }
}
