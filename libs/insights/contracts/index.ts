export { cityRoom, COUNCIL_ROLES, councilRoom, faceOf, KEYS, type FigureRow, type FigureShape } from './figure';
export { headlineOf, localized } from './headline.rules';
export type { FigureCell, InsightFigure, InsightsView } from './insights.gen';
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
