import { budgetPages, resultPages, votePages, worksPages } from './budget';
import { consultationArticlePages, consultationPages } from './consultation';
import { datasetPages } from './dataset';
import { choicePages, decisionPages } from './decision';
import { debatePages } from './debate';
import { fixedPages } from './fixed';
import { initiativePages } from './initiative';
import { meetingPages } from './meeting';
import { opinionPages } from './opinions';
import type { PageKind } from './page-kind';
import { panelPages } from './panel';
import { partNewsPages } from './part-news';
import { phasePages, processPages } from './process';
import { projectPages } from './project';
import { proposalPages } from './proposal';
import { requestPages } from './request';
import { sittingPages } from './sitting';
import { surveyPages, surveyResultPages } from './survey';
import { volunteerCallPages } from './volunteer-call';

/** Every sort of public page that a slice does not hand in itself. */
export const pageKinds: readonly PageKind[] = [
  fixedPages, proposalPages, decisionPages, choicePages, processPages, phasePages, budgetPages, votePages, resultPages, worksPages, projectPages, consultationPages, consultationArticlePages, initiativePages, debatePages, surveyPages, surveyResultPages, panelPages, meetingPages, volunteerCallPages, requestPages, opinionPages, sittingPages, datasetPages, partNewsPages,
];
