export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export { type Checked, checkDraw, type DrawFile } from './check';
export { cellKeyOf, peopleOf, traitsOf } from './cell';
export { type CellCount, drawn, type Listed, listOf, listText, nextFor, plainNumbers, type Quota, quotasOf, seedOf } from './draw';
export { numbersForm, panelDraft, type PanelForm, panelId, panelLimits, publicProblems, withdrawalForm } from './panel-input';
export { panelFields, panelTicketFields } from './panels.dataset';
export type * from './panels.events';
export type * from './panels.gen';
