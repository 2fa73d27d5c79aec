import { Injectable } from '@nestjs/common';
import { type Citizen, hasRole, speaksFor } from '@isegoria/identity/contracts';
import { Clock } from '@isegoria/kernel/api';
import { daysUntil, type Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { minutesOf, reportDueAt, type Survey as SurveyView, type SurveyLabel, takenUntil } from '@isegoria/surveys/contracts';
import { Ballots } from '@isegoria/votes/api';
import type { StoredReport, Survey } from './survey.schema';
import { editRefusal, entryRefusal, reportRefusal, showsResults, statusOf, withdrawRefusal } from './surveys.rules';

/** Makes of what is stored what is shown. */
@Injectable()
export class SurveyViews {
  constructor(
    private readonly organisation: Organisation,
    private readonly ballots: Ballots,
    private readonly clock: Clock,
  ) {}

  async of(surveys: readonly Survey[], viewer: Citizen | null): Promise<SurveyView[]> {
    const { departments, districts } = await this.organisation.city();
    const opened = surveys.filter(({ openedAt }) => openedAt !== null).map(({ _id }) => ballotOf(_id));
    const ballots = opened.length > 0 ? await this.ballots.findMany(opened) : new Map<string, never>();
    const now = this.clock.now();
    return surveys.map((survey) => {
      const { departmentId, districtIds, verified, minimumAge } = survey;
      return {
        ...shown(survey, now),
        ...allowed(survey, viewer, now),
        department: label(departments, departmentId),
        electorate: { districts: districtIds.flatMap((id) => label(districts, id) ?? []), verified, minimumAge, entitled: ballots.get(ballotOf(survey._id))?.electorate?.entitled ?? null },
      };
    });
  }

  async one(survey: Survey, viewer: Citizen | null): Promise<SurveyView> {
    const [view] = await this.of([survey], viewer);
    if (!view) throw new Error('a view for each survey');
    return view;
  }
}

export const surveyPath = (id: string): string => `/surveys/${id}`;
export const surveySubject = (id: string) => ({ kind: 'survey', id });
export const ballotOf = (id: string): string => `survey:${id}`;

const noWords: Localized = { el: '', en: '' };

function shown(survey: Survey, now: Date) {
  const { _id: id, title, purpose, use, opensAt, closesAt, publishedAt, isLive, publishesWords, channels = [], handIn = noWords, sections, people, extensions, withdrawal, report, reportedAt, isDemo, revision } = survey;
  return {
    id, title, purpose, use, opensAt, closesAt, publishedAt, isLive, publishesWords, channels, handIn, people, withdrawal, isDemo, revision,
    entryUntil: channels.length > 0 ? takenUntil({ closesAt, channels }) : null,
    subject: surveySubject(id),
    path: surveyPath(id),
    questionCount: sections.reduce((sum, { questions }) => sum + questions.length, 0),
    minutes: minutesOf(sections),
    extensions: [...extensions].reverse(),
    reportDueAt: reportDueAt({ publishedAt, closesAt, reportedAt, withdrawnAt: withdrawal?.at ?? null }),
    report: report && reportedAt && { ...report, at: reportedAt, promise: report.promise && { ...report.promise, isOverdue: isOverdue(report.promise, now) } },
  };
}

/** A promise is late from the day after the one that was named. */
export const isOverdue = ({ dueAt, doneAt }: NonNullable<StoredReport['promise']>, now: Date): boolean => doneAt === null && daysUntil(dueAt, now) < 0;

function allowed(survey: Survey, viewer: Citizen | null, now: Date) {
  const status = statusOf(survey, now);
  const isTheirs = speaksFor(viewer, survey.departmentId);
  return {
    status,
    takesAnswers: status === 'open',
    showsResults: showsResults(survey, status),
    canEdit: isTheirs && editRefusal(survey, now) === null,
    canPublish: isTheirs && status === 'draft',
    canExtend: isTheirs && status === 'open',
    canWithdraw: isTheirs && withdrawRefusal(status) === null,
    canReport: isTheirs && reportRefusal(survey, now) === null,
    canEnter: hasRole(viewer, 'official', 'administrator') && entryRefusal(survey, now) === null,
  };
}

function label(all: readonly { id: string; name: Localized }[], id: string | null): SurveyLabel | null {
  const found = all.find((one) => one.id === id);
  return found ? { id: found.id, name: found.name } : null;
}
