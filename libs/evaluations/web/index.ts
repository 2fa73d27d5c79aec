export { OpinionFigures } from './weighing/opinion-figures';
export { routes } from './routes';
