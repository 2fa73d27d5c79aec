export { newsletterForm, newsletterId, newsletterLimits, pathOf, sentForm, wishForm } from './newsletter-input';
export type * from './newsletters.gen';
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
