export { ProcessCard } from './process-card';
export { closing, opening } from './time-left';
