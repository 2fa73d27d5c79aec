export { CHAPTER_TITLES, cityRoom, COUNCIL_ROLES, councilRoom, faceOf, FIGURE_PAGES, KEYS, type FigureRow, type FigureShape } from './figure';
export { headlineOf, localized } from './headline.rules';
export { sittingFields, sittingFigureFields, themeFields } from './insights.dataset';
export type * from './insights.events';
export type * from './insights.gen';
export { agendaLimits, CLERK_ROLES, isToMeet, type SittingDelta, type SittingDocument, minutesForm, postponeForm, sittingForm, sittingRoom, type SittingSectionDocument, TO_MEET, WAITING_SECTION } from './sitting';
export { deviceOf, originOf, pageKindOf, processOf } from './visit';
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
