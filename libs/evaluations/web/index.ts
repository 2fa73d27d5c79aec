export { OpinionFigures } from './opinion-figures';
export { routes } from './routes';
