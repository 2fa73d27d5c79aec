/** What a proposal has before anything happened to it. */
export const nothingYet = {
  supports: 0, countedSeq: 0, argumentsFor: 0, argumentsAgainst: 0, answers: [], remark: null, withdrawal: null, project: null,
  submittedAt: null, publishedAt: null, editedAt: null, activeAt: null, answeredAt: null, answerDueAt: null, stepDay: null,
};
