export { countVisit } from './count-visit';
export { routes } from './routes';
